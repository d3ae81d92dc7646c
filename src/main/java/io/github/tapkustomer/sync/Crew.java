package io.github.tapkustomer.sync;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.http.limit.Quota;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The workers that read: for each budget as many as there may be requests in flight, so that lists
 * do not wait behind searches. A stream that fails does not stop the others; what would fail them
 * all ends the work.
 */
final class Crew {
  private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
  private static final int NOT_FOUND = 404;

  /** Under this name structured logs find the stream that a line is about. */
  private static final String STREAM = "stream";

  private final KustomerClient client;
  private final RequestStatistics statistics;
  private final long recordsWanted;
  private final OutputQueue queue;
  private final Map<Quota, Scheduler> schedulers = new EnumMap<>(Quota.class);
  private final Map<StreamRun, Integer> piecesLeft = new HashMap<>();
  private final Set<StreamRun> givenUp = new HashSet<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

  /**
   * A crew that has not begun.
   *
   * @param recordsWanted of each stream; one that has given as many is not read on
   * @param workers how many read at once, for each budget
   */
  Crew(
      List<StreamRun> runs,
      KustomerClient client,
      RequestStatistics statistics,
      OutputQueue queue,
      long recordsWanted,
      int workers) {
    this.client = client;
    this.statistics = statistics;
    this.recordsWanted = recordsWanted;
    this.queue = queue;
    for (Quota quota : Quota.values()) {
      List<Piece> pieces = new ArrayList<>();
      runs.stream().filter(run -> run.quota() == quota).forEach(run -> pieces.addAll(run.pieces()));
      pieces.forEach(piece -> piecesLeft.merge(piece.stream(), 1, Integer::sum));
      schedulers.put(quota, new Scheduler(pieces));
      for (int i = 1; i <= workers && !pieces.isEmpty(); i++) {
        String name = quota.name().toLowerCase(Locale.ROOT) + "-" + i;
        threads.add(new Thread(() -> work(quota), name));
      }
    }
  }

  /** Works until all is read or the work was ended. */
  void run() throws InterruptedException {
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** What ended the work, if anything. */
  Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** Ends the work: no new request, and those in flight are cut off. */
  void end(RuntimeException why) {
    failure.compareAndSet(null, why);
    schedulers.values().forEach(Scheduler::stop);
    client.cancel();
    threads.forEach(Thread::interrupt);
  }

  private void work(Quota quota) {
    Scheduler scheduler = schedulers.get(quota);
    try {
      for (Optional<Piece> piece; (piece = scheduler.take()).isPresent(); ) {
        try {
          read(piece.get(), quota, scheduler);
        } finally {
          scheduler.done(piece.get());
        }
      }
    } catch (CancellationException ended) {
      LOG.debug("stopped: {}", ended.getMessage());
    } catch (RuntimeException fatal) {
      end(fatal);
    } catch (Error fatal) {
      end(new IllegalStateException(fatal));
    }
  }

  private void read(Piece piece, Quota quota, Scheduler scheduler) {
    StreamRun stream = piece.stream();
    MDC.put(STREAM, stream.name());
    try {
      boolean more = true;
      while (more && !isGivenUp(stream) && stream.statistics().records.sum() < recordsWanted) {
        more = piece.step();
        client.expect(quota, scheduler.requestsLeft());
        int helpers = more ? scheduler.helpers(piece) : 0;
        if (helpers > 0 && client.hasRoom(quota)) {
          piece.share(helpers).forEach(part -> share(part, scheduler));
        }
      }
      stream.finished(piece).forEach(part -> share(part, scheduler));
    } catch (ApiException refused) {
      if (isAbsent(stream, refused)) {
        LOG.warn("{}: not there in this organisation ({})", stream.name(), refused.getMessage());
      } else {
        giveUp(stream, refused);
      }
    } catch (TapException failed) {
      if (failed.kind() != TapException.Kind.STREAM_FAILED) {
        throw failed;
      }
      giveUp(stream, failed);
    } finally {
      MDC.remove(STREAM);
    }
    endPiece(stream);
  }

  /** Not every organisation has every list: one that nobody asked for by name is passed over. */
  private static boolean isAbsent(StreamRun stream, ApiException refused) {
    return refused.status() == NOT_FOUND
        && stream.quota() == Quota.ORGANISATION
        && !stream.plan().stream().selection().byName();
  }

  private synchronized void share(Piece part, Scheduler scheduler) {
    piecesLeft.merge(part.stream(), 1, Integer::sum);
    scheduler.add(part);
  }

  private void endPiece(StreamRun stream) {
    boolean last;
    synchronized (this) {
      last = piecesLeft.merge(stream, -1, Integer::sum) == 0;
    }
    if (last) {
      statistics.ended(stream.name());
      queue.put(new Output.End(stream.name()));
    }
  }

  private void giveUp(StreamRun stream, RuntimeException why) {
    stream.statistics().failed(why.getMessage());
    LOG.error("{}: {}; the other streams go on", stream.name(), why.getMessage());
    synchronized (this) {
      givenUp.add(stream);
    }
  }

  private synchronized boolean isGivenUp(StreamRun stream) {
    return givenUp.contains(stream);
  }
}

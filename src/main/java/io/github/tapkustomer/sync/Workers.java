package io.github.tapkustomer.sync;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.output.Output;
import io.github.tapkustomer.output.OutputQueue;
import io.github.tapkustomer.stats.RequestStatistics;
import java.util.ArrayList;
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
 * The threads that read: for each budget as many as there may be requests in flight, so that lists
 * do not wait behind searches. A stream that fails does not stop the others; a failure that would
 * stop them all ends the work.
 */
final class Workers {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  /** The key under which structured logs name the stream of a line. */
  private static final String STREAM = "stream";

  private final KustomerClient client;
  private final RequestStatistics statistics;
  private final SampleLimit limit;
  private final OutputQueue queue;
  private final TaskQueue tasks = new TaskQueue();
  private final Map<StreamRun, Integer> tasksLeft = new HashMap<>();
  private final Set<StreamRun> givenUp = new HashSet<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

  /**
   * Workers that have not begun.
   *
   * @param limit how much of each stream is wanted
   * @param threadsPerBudget how many threads read at once, for each budget
   */
  Workers(
      List<StreamRun> runs,
      KustomerClient client,
      RequestStatistics statistics,
      OutputQueue queue,
      SampleLimit limit,
      int threadsPerBudget) {
    this.client = client;
    this.statistics = statistics;
    this.limit = limit;
    this.queue = queue;
    runs.forEach(run -> run.tasks().forEach(this::add));
    for (Quota quota : Quota.values()) {
      for (int i = 1; i <= threadsPerBudget; i++) {
        String name = quota.name().toLowerCase(Locale.ROOT) + "-" + i;
        threads.add(new Thread(() -> work(quota), name));
      }
    }
  }

  /** Works until everything is read or the work was ended. */
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

  /** Ends the work: makes no new requests, and cancels those in flight. */
  void end(RuntimeException why) {
    failure.compareAndSet(null, why);
    tasks.stop();
    client.cancel();
    threads.forEach(Thread::interrupt);
  }

  private void work(Quota quota) {
    try {
      for (Optional<Task> task; (task = tasks.take(quota)).isPresent(); ) {
        boolean goesOn = false;
        try {
          goesOn = goesOn(task.get());
        } finally {
          if (goesOn) {
            tasks.putBack(task.get());
          } else {
            tasks.done(task.get());
          }
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

  /** Takes a step if one is wanted; returns whether another may follow. */
  private boolean goesOn(Task task) {
    StreamRun stream = task.stream();
    MDC.put(STREAM, stream.name());
    try {
      if (!task.isDone() && !isGivenUp(stream) && limit.allowsStep(stream)) {
        step(task);
        if (!task.isDone()) {
          return true;
        }
      }
    } catch (ApiException refused) {
      Optional<String> absence =
          Optional.of(refused)
              .filter(why -> why.quota() == Quota.ORGANIZATION)
              .flatMap(why -> stream.plan().absence(why.status()));
      if (absence.isEmpty()) {
        giveUp(stream, refused.getMessage());
      } else if (stop(stream)) {
        LOG.warn("{}: {} ({})", stream.name(), absence.get(), refused.getMessage());
      }
    } catch (TapException failed) {
      if (failed.kind() != TapException.Kind.STREAM_FAILED) {
        throw failed;
      }
      giveUp(stream, failed.getMessage());
    } finally {
      MDC.remove(STREAM);
    }
    end(stream);
    return false;
  }

  private void step(Task task) {
    task.step().forEach(this::add);
    for (Quota quota : Quota.values()) {
      client.expect(quota, tasks.requestsLeft(quota));
    }
    int helpers = task.isDone() ? 0 : tasks.helpers(task);
    if (helpers > 0 && client.hasRoom(task.quota())) {
      task.share(helpers).forEach(this::add);
    }
  }

  private synchronized void add(Task task) {
    tasksLeft.merge(task.stream(), 1, Integer::sum);
    tasks.add(task);
  }

  /** A task of the stream is done; after the last one, so is the stream. */
  private void end(StreamRun stream) {
    boolean last;
    synchronized (this) {
      last = tasksLeft.merge(stream, -1, Integer::sum) == 0;
    }
    if (last) {
      statistics.ended(stream.name());
      queue.put(new Output.End(stream.name()));
    }
  }

  private void giveUp(StreamRun stream, String why) {
    stream.statistics().gaveUp(why);
    LOG.error("{}: {}; the other streams continue", stream.name(), why);
    stop(stream);
  }

  /** Reads no more of a stream; returns whether it was still being read. */
  private synchronized boolean stop(StreamRun stream) {
    return givenUp.add(stream);
  }

  private synchronized boolean isGivenUp(StreamRun stream) {
    return givenUp.contains(stream);
  }
}

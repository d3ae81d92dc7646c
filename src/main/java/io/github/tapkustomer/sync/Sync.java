package io.github.tapkustomer.sync;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.output.MessageWriter;
import io.github.tapkustomer.output.Output;
import io.github.tapkustomer.output.OutputQueue;
import io.github.tapkustomer.plan.SelectedStream;
import io.github.tapkustomer.plan.StreamPlanner;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stats.RequestStatistics;
import io.github.tapkustomer.stats.StreamProgress;
import io.github.tapkustomer.stats.StreamReport;
import io.github.tapkustomer.stats.SyncResult;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run: reads the selected streams and writes their messages. Readers and the writer have
 * threads of their own, with a bounded queue between them; they have ended when {@link #run}
 * returns. An instance runs once. It closes neither the client nor the output, which are its
 * caller's.
 */
public final class Sync {
  /** How long to wait at the end of the run for a target that does not read. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  private final Settings settings;
  private final KustomerClient client;
  private final RequestStatistics statistics;
  private final OutputStream out;
  private final OutputQueue queue = new OutputQueue();
  private final ExecutorService objectWorkers;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile List<StreamRun> runs = List.of();
  private volatile @Nullable Workers workers;
  private SampleLimit limit = SampleLimit.none();
  private volatile boolean aborted;

  public Sync(
      Settings settings, KustomerClient client, RequestStatistics statistics, OutputStream out) {
    this.settings = requireNonNull(settings, "settings");
    this.client = requireNonNull(client, "client");
    this.statistics = requireNonNull(statistics, "statistics");
    this.out = requireNonNull(out, "out");
    this.objectWorkers = Executors.newFixedThreadPool(settings.concurrency(), Sync::objectWorker);
  }

  /**
   * Reads only a sample: stops reading a stream once it has given so many records, or after two
   * steps. 0 makes no request.
   */
  public Sync limitedTo(long records) {
    limit = SampleLimit.of(records);
    return this;
  }

  /** How far each stream has come; any thread may ask. */
  public List<StreamProgress> progress() {
    return runs.stream()
        .map(run -> StreamProgress.of(run.name(), run.statistics(), run.shareDone()))
        .toList();
  }

  /**
   * Runs to the end, unless something ends it earlier.
   *
   * @param selected the streams to read, in order
   * @param catalogGiven whether they come from a catalog, which the records must then match
   * @throws TapException of kind BAD_INPUT, before anything is written, if a bookmark is not
   *     understood
   */
  public SyncResult run(List<SelectedStream> selected, State state, boolean catalogGiven)
      throws InterruptedException {
    Instant began = statistics.now();
    StreamPlanner planner =
        new StreamPlanner(settings, client, queue, statistics, objectWorkers, limit.isSample());
    Map<StreamRun, Bookmark> before = new LinkedHashMap<>();
    for (SelectedStream stream : inHandFirst(selected, state)) {
      StreamRun run =
          planner
              .plan(stream, state, catalogGiven)
              .accept(
                  new StreamRuns(
                      statistics.of(stream.name()),
                      this::queuePosition,
                      format -> queue.put(new Output.Activation(format))));
      before.put(run, stream.bookmark(state));
    }
    runs = List.copyOf(before.keySet());
    List<String> names = runs.stream().map(StreamRun::name).toList();
    MessageWriter writer = new MessageWriter(out, state, names);
    runs.forEach(run -> queue.put(new Output.Schema(run.plan())));
    runs.stream().filter(run -> run.tasks().isEmpty()).forEach(this::end);
    int threads = limit.isSample() ? 1 : settings.concurrency();
    Workers working = new Workers(runs, client, statistics, queue, limit, threads);
    workers = working;
    Optional<RuntimeException> failure = work(working, writer);
    Instant ended = statistics.now();
    List<StreamReport> reports =
        before.entrySet().stream()
            .map(run -> StreamReports.of(run.getKey(), run.getValue(), state, writer, ended))
            .toList();
    return new SyncResult(reports, failure, Duration.between(began, ended));
  }

  private void queuePosition(StreamRun run) {
    run.plan()
        .bookmarkKey()
        .ifPresent(key -> queue.put(new Output.Position(run.name(), key, run.bookmark())));
  }

  private void end(StreamRun run) {
    statistics.ended(run.name());
    queue.put(new Output.End(run.name()));
  }

  private static Thread objectWorker(Runnable work) {
    Thread thread = new Thread(work, "object");
    thread.setDaemon(true);
    return thread;
  }

  private Optional<RuntimeException> work(Workers working, MessageWriter writer)
      throws InterruptedException {
    Thread writing = new Thread(() -> write(working, writer), "writer");
    try {
      writing.start();
      if (!aborted) {
        working.run();
      }
      queue.end();
      writing.join();
      return working.failure().or(() -> aborted ? Optional.of(aborted()) : Optional.empty());
    } finally {
      objectWorkers.shutdownNow();
      over.countDown();
    }
  }

  private void write(Workers working, MessageWriter writer) {
    try {
      for (Optional<Output> item; (item = queue.take()).isPresent(); ) {
        writer.write(item.get());
        queue.written(item.get());
      }
      writer.finish(working.failure().isEmpty() && !aborted);
    } catch (RuntimeException e) {
      queue.breakOff();
      working.end(e);
    } catch (Error e) {
      queue.breakOff();
      working.end(new IllegalStateException(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends the run from another thread, as at a signal: the current line is finished and a last STATE
   * is written. Waits until that is done, but not for ever for a target that does not read.
   */
  public void abort() throws InterruptedException {
    if (over.getCount() == 0) {
      return;
    }
    aborted = true;
    queue.breakOff();
    Workers working = workers;
    if (working != null) {
      working.end(aborted());
      over.await(LAST_WORDS.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private static CancellationException aborted() {
    return new CancellationException("ended by a signal");
  }

  /** Ends the run at once, because nobody reads its output. */
  public void end(RuntimeException why) {
    Workers working = workers;
    if (working != null) {
      working.end(why);
      queue.breakOff();
    }
  }

  /** An interrupted run continues with the stream that it was reading. */
  private static List<SelectedStream> inHandFirst(List<SelectedStream> selected, State state) {
    int first = 0;
    for (int i = 0; i < selected.size(); i++) {
      if (state.currentlySyncing().equals(Optional.of(selected.get(i).catalog().id()))) {
        first = i;
      }
    }
    List<SelectedStream> order = new ArrayList<>(selected.subList(first, selected.size()));
    order.addAll(selected.subList(0, first));
    return order;
  }
}

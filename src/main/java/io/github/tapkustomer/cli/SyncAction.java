package io.github.tapkustomer.cli;

import io.github.tapkustomer.Plural;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.Timer;
import io.github.tapkustomer.cli.monitor.Repeater;
import io.github.tapkustomer.cli.monitor.SyncMonitor;
import io.github.tapkustomer.cli.monitor.TargetMonitor;
import io.github.tapkustomer.plan.SelectedStream;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stats.SyncResult;
import io.github.tapkustomer.sync.Sync;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main job: reads the selected streams, starting where the state says. */
final class SyncAction {
  private static final Logger LOG = LoggerFactory.getLogger(SyncAction.class);
  private static final Duration LOOKING = Duration.ofSeconds(1);
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final Account account;
  private final InputOptions input;
  private final OutputStream stdout;

  SyncAction(Account account, InputOptions input, OutputStream stdout) {
    this.account = account;
    this.input = input;
    this.stdout = stdout;
  }

  /** Reads everything that is new; returns the exit code. */
  int run(RunReporter reporter) throws InterruptedException {
    try {
      return read(reporter);
    } catch (RuntimeException failure) {
      reporter.write(failure, account);
      throw failure;
    }
  }

  private int read(RunReporter reporter) throws InterruptedException {
    State state = input.state();
    CountDownLatch told = new CountDownLatch(1);
    AtomicReference<@Nullable Sync> begun = new AtomicReference<>();
    Thread onSignal = new Thread(() -> abort(Optional.ofNullable(begun.get()), told), "signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      List<SelectedStream> streams = streams();
      input.claim(state, account);
      Sync sync = sync(stdout);
      begun.set(sync);
      SyncResult result = run(sync, streams, state);
      reporter.write(result, account);
      return exitCode(result);
    } finally {
      told.countDown();
      withdraw(onSignal);
    }
  }

  /**
   * Reads a sample.
   *
   * @param records of each stream, 0 for its schema alone
   */
  int sample(int records) throws InterruptedException {
    List<SelectedStream> streams = streams();
    SyncResult result =
        sync(new SampleOutput(stdout))
            .limitedTo(records)
            .run(streams, State.empty(), input.choosesFields());
    result.streams().stream()
        .filter(
            stream -> records > 0 && stream.counts().records() == 0 && stream.failures().isEmpty())
        .forEach(stream -> LOG.info("{}: no records since start_date", stream.stream()));
    return exitCode(result);
  }

  private SyncResult run(Sync sync, List<SelectedStream> streams, State state)
      throws InterruptedException {
    SyncResult result;
    TargetMonitor target = new TargetMonitor();
    Repeater looking = Repeater.start(Timer.system(), LOOKING, () -> endIfGone(target, sync));
    try (SyncMonitor watch = SyncMonitor.over(sync, account.client(), Timer.system())) {
      result = sync.run(streams, state, input.choosesFields());
      watch.finish(result);
    } finally {
      looking.close();
    }
    result.streams().forEach(stream -> LOG.info("{}", stream));
    long records = result.streams().stream().mapToLong(stream -> stream.counts().records()).sum();
    long requests = result.streams().stream().mapToLong(stream -> stream.counts().requests()).sum();
    LOG.info(
        "{} of {} in {}",
        Plural.of(records, "record"),
        Plural.of(result.streams().size(), "stream"),
        Plural.of(requests, "request"));
    return result;
  }

  private static void endIfGone(TargetMonitor target, Sync sync) {
    if (target.isGone()) {
      sync.end(TapException.outputClosed("the target has ended, so nobody reads stdout", null));
    }
  }

  private Sync sync(OutputStream out) {
    return new Sync(account.settings(), account.client(), account.statistics(), out);
  }

  private List<SelectedStream> streams() {
    List<SelectedStream> streams = input.choose(account).streams();
    if (streams.isEmpty()) {
      LOG.warn(
          "the catalog selects no stream: set \"selected\": true in the metadata of breadcrumb []");
    }
    return streams;
  }

  /** When this returns, the state has been written, and usually the report too. */
  private static void abort(Optional<Sync> sync, CountDownLatch told) {
    if (sync.isEmpty()) {
      LOG.info("ended by a signal before anything was read; the state is unchanged");
      return;
    }
    try {
      sync.get().abort();
      told.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void withdraw(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      LOG.debug("ended by a signal");
    }
  }

  private static int exitCode(SyncResult result) {
    if (result.failure().isPresent()) {
      return Failures.tell(result.failure().get());
    }
    if (result.failedStreams().isEmpty()) {
      return ExitCode.DONE;
    }
    Failures.critical(
        "incomplete: "
            + result.failedStreams().stream()
                .map(stream -> stream.stream() + " (" + String.join("; ", stream.failures()) + ")")
                .collect(Collectors.joining(", ")));
    return ExitCode.STREAMS_FAILED;
  }
}

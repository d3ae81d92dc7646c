package io.github.tapkustomer.cli.monitor;

import io.github.tapkustomer.Timer;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.progress.SyncSnapshot;
import io.github.tapkustomer.stats.RecordCounters;
import io.github.tapkustomer.stats.SyncResult;
import io.github.tapkustomer.sync.Sync;
import java.time.Duration;

/**
 * Reports a sync while it runs: its progress to people, and its record counts to Singer's tools. It
 * has two threads, which both {@link #finish} and {@link #close} end.
 */
public final class SyncMonitor implements AutoCloseable {
  private static final Duration COUNTING = Duration.ofSeconds(30);

  private final RecordCounters counters = new RecordCounters();
  private final ProgressDisplay display;
  private final Repeater counting;
  private final Repeater showing;

  private SyncMonitor(Sync sync, KustomerClient client, Timer timer) {
    display =
        ProgressDisplay.of(
            timer, () -> new SyncSnapshot(timer.now(), sync.progress(), client.budgets()));
    counting = Repeater.start(timer, COUNTING, () -> counters.tell(sync.progress()));
    showing = Repeater.start(timer, ProgressDisplay.interval(), display::tick);
  }

  public static SyncMonitor over(Sync sync, KustomerClient client, Timer timer) {
    return new SyncMonitor(sync, client, timer);
  }

  /** Reports what is left to report at the end. */
  public void finish(SyncResult result) {
    close();
    counters.finish(result);
  }

  @Override
  public void close() {
    counting.close();
    showing.close();
    display.close();
  }
}

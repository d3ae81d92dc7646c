package io.github.tapkustomer.cli;

import io.github.tapkustomer.Clock;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.http.limit.BudgetState;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.progress.Moment;
import io.github.tapkustomer.stats.RecordCounters;
import io.github.tapkustomer.stats.SyncResult;
import io.github.tapkustomer.sync.Sync;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Tells of a sync while it runs: to people how far it is, to Singer's tools how many records. */
final class Watch implements AutoCloseable {
  private static final Duration COUNTING = Duration.ofSeconds(30);

  private final RecordCounters counters = new RecordCounters();
  private final ProgressDisplay display;
  private final Ticker counting;
  private final Ticker showing;

  private Watch(Sync sync, KustomerClient client, Clock clock) {
    display =
        ProgressDisplay.of(clock, () -> new Moment(clock.now(), sync.progress(), budgets(client)));
    counting = Ticker.start(clock, COUNTING, () -> counters.tell(sync.progress()));
    showing = Ticker.start(clock, ProgressDisplay.interval(), display::tick);
  }

  static Watch over(Sync sync, KustomerClient client, Clock clock) {
    return new Watch(sync, client, clock);
  }

  static Map<Quota, BudgetState> budgets(KustomerClient client) {
    Map<Quota, BudgetState> budgets = new EnumMap<>(Quota.class);
    for (Quota quota : Quota.values()) {
      client.budget(quota).ifPresent(state -> budgets.put(quota, state));
    }
    return budgets;
  }

  /** Tells what is still to be told once all is over. */
  void finish(SyncResult result) {
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

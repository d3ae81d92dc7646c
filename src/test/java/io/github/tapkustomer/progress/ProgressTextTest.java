package io.github.tapkustomer.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.http.limit.BudgetState;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.stats.StreamProgress;
import io.github.tapkustomer.stats.StreamProgress.Phase;
import io.github.tapkustomer.stats.StreamProgress.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProgressTextTest {
  private static final Instant BEGAN = Instant.parse("2026-11-24T08:00:00Z");
  private final ProgressText text = new ProgressText();

  @Test
  void showsALineForEachStreamInFlight() {
    text.lines(snapshot(0, customers(0, 0), tags(Phase.QUEUED, 0)));
    List<String> lines = text.lines(snapshot(10, customers(5000, 0.25), tags(Phase.READING, 20)));

    assertThat(lines)
        .containsExactly(
            "0 of 2 streams, 5,020 records, 502/s, search budget 40% used",
            "customers                [###.........]  25%      5,000     500/s "
                + " waiting for the budget, about 0:30 left",
            "tags                                                 20       2/s  waiting for an"
                + " answer");
  }

  @Test
  void leavesOutWhatIsDone() {
    List<String> lines = text.lines(snapshot(0, customers(0, 0), tags(Phase.DONE, 51)));

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("1 of 2 streams, 51 records, 0/s");
  }

  @Test
  void putsAllInOneLineForALog() {
    text.line(snapshot(0, customers(0, 0), tags(Phase.QUEUED, 0)));
    String line = text.line(snapshot(3600, customers(900_000, 0.2), tags(Phase.FAILED, 0)));

    assertThat(line)
        .isEqualTo(
            "1 of 2 streams, 900,000 records, 250/s, search budget 40% used: customers 20%,"
                + " 900,000 records, waiting for the budget, about 4:00:00 left");
  }

  @Test
  void forgetsASpeedOfLongAgo() {
    text.lines(snapshot(0, customers(0, 0), tags(Phase.QUEUED, 0)));
    text.lines(snapshot(20, customers(10_000, 0.5), tags(Phase.QUEUED, 0)));
    List<String> lines = text.lines(snapshot(40, customers(10_000, 0.5), tags(Phase.QUEUED, 0)));

    assertThat(lines.get(0)).contains(" 0/s");
  }

  private static SyncSnapshot snapshot(long seconds, StreamProgress... streams) {
    return new SyncSnapshot(
        BEGAN.plusSeconds(seconds),
        List.of(streams),
        Map.of(Quota.SEARCH, new BudgetState(100, 60, 0)));
  }

  private static StreamProgress customers(long records, double share) {
    return new StreamProgress(
        "customers", Phase.READING, records, OptionalDouble.of(share), Waiting.BUDGET);
  }

  private static StreamProgress tags(Phase phase, long records) {
    return new StreamProgress("tags", phase, records, OptionalDouble.empty(), Waiting.ANSWER);
  }
}

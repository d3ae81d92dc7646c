package io.github.tapkustomer.progress;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.limit.BudgetState;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.stats.StreamProgress;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A sync at one moment.
 *
 * @param budgets those that an answer stated
 */
public record SyncSnapshot(
    Instant at, List<StreamProgress> streams, Map<Quota, BudgetState> budgets) {
  public SyncSnapshot {
    requireNonNull(at, "at");
    streams = List.copyOf(streams);
    budgets = Map.copyOf(budgets);
  }

  /** Records of all streams. */
  long records() {
    return streams.stream().mapToLong(StreamProgress::records).sum();
  }
}

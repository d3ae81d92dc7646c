package io.github.tapkustomer.check;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.limit.BudgetState;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.mask.Masks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a check.
 *
 * @param host the API's root
 * @param roles how many the key has; empty if it may not know
 * @param clockAhead the server's clock minus the local one; zero within two seconds
 * @param budgets those that an answer stated
 * @param masks what a sync masks
 */
public record Checkup(
    String host,
    Optional<Integer> roles,
    Duration clockAhead,
    Map<Quota, BudgetState> budgets,
    Masks masks,
    List<StreamCheck> streams) {
  public Checkup {
    requireNonNull(host, "host");
    requireNonNull(roles, "roles");
    requireNonNull(clockAhead, "clockAhead");
    budgets = Map.copyOf(budgets);
    requireNonNull(masks, "masks");
    streams = List.copyOf(streams);
  }

  /** Whether every stream can be read. */
  public boolean isGood() {
    return streams.stream().allMatch(stream -> stream.problem().isEmpty());
  }

  /** Requests of a budget that a sync takes, for the streams for which that is known. */
  public long requests(Quota quota) {
    return streams.stream()
        .flatMap(stream -> stream.effort().stream())
        .filter(effort -> effort.quota() == quota)
        .mapToLong(Effort::requests)
        .sum();
  }

  /** The shortest time, in minutes, that a budget allows for a sync. */
  double minutes(Quota quota) {
    BudgetState budget = budgets.get(quota);
    return requests(quota) / (budget == null ? quota.assumedPace() : budget.usable());
  }
}

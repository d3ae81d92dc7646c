package io.github.tapkustomer.report;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.limit.BudgetState;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.stats.StreamReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page about a run is made of.
 *
 * @param host the API's root; empty if the settings could not be read
 * @param failure what ended the run early
 * @param budgets those that an answer stated
 * @param windows how the windows of each budget were used
 */
public record RunFacts(
    String version,
    Optional<String> host,
    Instant began,
    Instant ended,
    Optional<String> failure,
    List<StreamReport> streams,
    Map<Quota, BudgetState> budgets,
    Timeline timeline,
    Map<Quota, List<WindowUse>> windows) {
  public RunFacts {
    requireNonNull(version, "version");
    requireNonNull(host, "host");
    requireNonNull(began, "began");
    requireNonNull(ended, "ended");
    requireNonNull(failure, "failure");
    streams = List.copyOf(streams);
    budgets = Map.copyOf(budgets);
    requireNonNull(timeline, "timeline");
    windows = Map.copyOf(windows);
  }

  long records() {
    return streams.stream().mapToLong(stream -> stream.counts().records()).sum();
  }

  /** All requests of the run, including the first one and discovery's. */
  long requests() {
    return timeline.requests().values().stream()
        .flatMap(List::stream)
        .mapToLong(Long::longValue)
        .sum();
  }

  List<StreamReport> failed() {
    return streams.stream().filter(stream -> !stream.failures().isEmpty()).toList();
  }
}

package io.github.tapkustomer.report;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.limit.Quota;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Requests over the time of a run.
 *
 * @param step the time that one count covers
 * @param requests made in each step, by budget, of equal length
 */
public record Timeline(Duration step, Map<Quota, List<Long>> requests) {
  public Timeline {
    requireNonNull(step, "step");
    requests = Map.copyOf(requests);
  }
}

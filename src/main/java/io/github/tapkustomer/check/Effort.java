package io.github.tapkustomer.check;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.limit.Quota;
import java.util.OptionalLong;

/**
 * Requests that a sync of one stream takes.
 *
 * @param quota the budget that they count against
 * @param perHour how many it takes for each hour of changes like those of the last day; only if it
 *     takes a request for each object
 */
public record Effort(Quota quota, long requests, OptionalLong perHour) {
  public Effort {
    requireNonNull(quota, "quota");
    requireNonNull(perHour, "perHour");
  }

  Effort(Quota quota, long requests) {
    this(quota, requests, OptionalLong.empty());
  }
}

package io.github.tapkustomer;

import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from its first instant
 * @param to the first instant after it, later than {@code from}
 */
public record TimeRange(Instant from, Instant to) {
  public TimeRange {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("from: must be before to, was " + from + ", " + to);
    }
  }
}

package io.github.tapkustomer.read;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;

/**
 * A range that the API would not give completely; the next run reads it again.
 *
 * @param why a line for the user
 */
public record Gap(TimeRange range, String why) {
  public Gap {
    requireNonNull(range, "range");
    requireNonNull(why, "why");
  }
}

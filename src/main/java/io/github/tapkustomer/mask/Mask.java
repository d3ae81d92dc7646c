package io.github.tapkustomer.mask;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.singer.FieldPattern;

/** Which columns are masked, and how. */
public record Mask(FieldPattern pattern, Way way) {
  public Mask {
    requireNonNull(pattern, "pattern");
    requireNonNull(way, "way");
  }

  /** As {@code check} shows it. */
  @Override
  public String toString() {
    return pattern + " (" + way + ")";
  }
}

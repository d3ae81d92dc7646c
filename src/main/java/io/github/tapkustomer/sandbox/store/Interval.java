package io.github.tapkustomer.sandbox.store;

/** Milliseconds from {@code from} up to, but not including, {@code until}. */
public record Interval(long from, long until) {
  public static final Interval ALWAYS = new Interval(Long.MIN_VALUE, Long.MAX_VALUE);

  public Interval and(Interval other) {
    return new Interval(Math.max(from, other.from), Math.min(until, other.until));
  }

  public boolean contains(long millis) {
    return from <= millis && millis < until;
  }

  /** Whether any time from the first to the last, inclusive, is within. */
  public boolean overlaps(long first, long last) {
    return from <= last && first < until;
  }
}

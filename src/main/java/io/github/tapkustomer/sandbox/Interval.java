package io.github.tapkustomer.sandbox;

/** Milliseconds from {@code from} up to, and without, {@code until}. */
record Interval(long from, long until) {
  static final Interval ALWAYS = new Interval(Long.MIN_VALUE, Long.MAX_VALUE);

  Interval and(Interval other) {
    return new Interval(Math.max(from, other.from), Math.min(until, other.until));
  }

  boolean contains(long millis) {
    return from <= millis && millis < until;
  }
}

package io.github.tapkustomer.http.limit;

/** How long answers take, in milliseconds. */
final class RoundTrips {
  private static final long LEAST_SPREAD = 100;

  private long slowest;
  private long fastest = Long.MAX_VALUE;

  /** An answer took so long. */
  void took(long millis) {
    slowest = Math.max(millis, slowest * 9 / 10);
    fastest = Math.min(fastest, millis);
  }

  /** The slowest recent one. */
  long slowest() {
    return slowest;
  }

  /**
   * How much two requests can differ in the time between leaving and being counted. That time is a
   * part of the round trip, so it is assumed to vary no more than that.
   */
  long spread() {
    return Math.max(LEAST_SPREAD, slowest - fastest);
  }
}

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
   * By how much two requests can differ in the time from their leaving to their being counted. It
   * is a part of their round trips, so it is taken to vary no more than these.
   */
  long spread() {
    return Math.max(LEAST_SPREAD, slowest - fastest);
  }
}

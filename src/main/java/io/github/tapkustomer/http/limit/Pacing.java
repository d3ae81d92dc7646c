package io.github.tapkustomer.http.limit;

/**
 * When requests of one budget may leave: at even intervals, and none for a while after a refusal.
 * Pure; times are milliseconds of the local clock.
 */
final class Pacing {
  static final long LONGEST_BLOCK_MILLIS = 300_000;

  private static final long SHORTEST_BLOCK_MILLIS = 250;

  /** The most that is added to a block, to spread the return of several processes. */
  private static final double MOST_JITTER_MILLIS = 250;

  /** The part of a window at its end that is left free, besides a round trip. */
  private static final double SLACK = 0.1;

  private static final double MOST_SLACK = 0.25;

  /** The part of a budget that may leave at once after a pause. */
  private static final double BURST = 0.1;

  private double last;
  private long blockedUntil;

  /** How far apart requests must leave to be done shortly before the window ends. */
  static double interval(long millisLeft, long window, long roundTrip, double requests) {
    double slack = Math.min(SLACK * window + roundTrip, MOST_SLACK * window);
    return Math.max(0, millisLeft - slack) / Math.max(1, requests);
  }

  /** How long nothing may leave, after a refusal. */
  long blockedMillis(long now) {
    return Math.max(0, blockedUntil - now);
  }

  /** How long until the next slot, an interval after the last. */
  long waitMillis(long now, double interval) {
    return Math.max(0, (long) Math.ceil(last + interval - now));
  }

  /** A request leaves now; the budget has so many in total. */
  void take(long now, double interval, double requests) {
    last = Math.max(last + interval, now - requests * BURST * interval);
    last = Math.max(last, (double) blockedUntil);
  }

  /**
   * Lets nothing leave for a while.
   *
   * @param jitter 0 to 1
   * @return when that while is over
   */
  long block(long now, long millis, double jitter) {
    long wait = Math.max(SHORTEST_BLOCK_MILLIS, Math.min(millis, LONGEST_BLOCK_MILLIS));
    long until = now + wait + (long) (jitter * Math.min(MOST_JITTER_MILLIS, wait * 0.1));
    blockedUntil = Math.max(blockedUntil, until);
    return until;
  }
}

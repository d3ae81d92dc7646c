package io.github.tapkustomer.http.limit;

/**
 * How far the server's clock can be ahead of the local one, in milliseconds. The {@code Date}
 * headers of its answers narrow it down: each was written between request and answer, within the
 * second that it states.
 */
record ClockOffset(long least, long most) {
  /** How wrong an offset can be of which nothing is known. */
  private static final long NOISE = 2000;

  /** The clock that writes the headers and the one that counts requests may be on two machines. */
  private static final long APART = 250;

  private static final long SECOND = 1000;

  /** Roughly this. */
  static ClockOffset around(long millis) {
    return new ClockOffset(millis - NOISE, millis + NOISE);
  }

  /**
   * What one answer shows.
   *
   * @param date the server's time by its header
   * @param sent when the request left, by the local clock
   * @param received when the answer came
   */
  static ClockOffset of(long date, long sent, long received) {
    return new ClockOffset(date - received - APART, date + SECOND - sent + APART);
  }

  long middle() {
    return (least + most) / 2;
  }

  /** What both show; only the later if they contradict each other, as after a clock was set. */
  ClockOffset and(ClockOffset later) {
    return contradicts(later)
        ? later
        : new ClockOffset(Math.max(least, later.least), Math.min(most, later.most));
  }

  /** Whether both cannot be true, unless a clock was set or a machine slept in between. */
  boolean contradicts(ClockOffset other) {
    return Math.max(least, other.least) >= Math.min(most, other.most);
  }
}

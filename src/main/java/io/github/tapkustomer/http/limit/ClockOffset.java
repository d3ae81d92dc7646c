package io.github.tapkustomer.http.limit;

/**
 * What the server's clock can be ahead of the local one, in milliseconds, as the {@code Date}
 * headers of its answers narrow it down: each was written between request and answer, within the
 * second that it states.
 */
record ClockOffset(long least, long most) {
  /** What an offset that nothing is known of can be wrong by. */
  private static final long NOISE = 2000;

  /** The clock that writes the headers and the one that counts requests can be of two machines. */
  private static final long APART = 250;

  private static final long SECOND = 1000;

  /** Roughly this. */
  static ClockOffset around(long millis) {
    return new ClockOffset(millis - NOISE, millis + NOISE);
  }

  /**
   * What one answer tells.
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

  /** What both tell; the later alone where they contradict each other, as when a clock was set. */
  ClockOffset and(ClockOffset later) {
    return contradicts(later)
        ? later
        : new ClockOffset(Math.max(least, later.least), Math.min(most, later.most));
  }

  /** Whether both cannot be, unless a clock was set or a machine slept meanwhile. */
  boolean contradicts(ClockOffset other) {
    return Math.max(least, other.least) >= Math.min(most, other.most);
  }
}

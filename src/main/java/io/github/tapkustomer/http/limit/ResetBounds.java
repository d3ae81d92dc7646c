package io.github.tapkustomer.http.limit;

import org.jspecify.annotations.Nullable;

/**
 * When windows end by the local clock, as bounds on the milliseconds from the stated second to the
 * true end. They allow for different clocks and for rounded headers. A request counted in a window
 * left before its end; an answer that states the next window came after it.
 */
final class ResetBounds {
  private static final long ROUNDING = 1000;

  /** How far a bound moves if the other one contradicts it, as after a clock was set. */
  private static final long DOUBT = 500;

  private final long first;
  private RateHeaders.@Nullable Window before;
  private long earliest;
  private long latest;

  /** The first bounds, from the difference of the clocks alone. */
  ResetBounds(ClockOffset clocks) {
    first = -clocks.most() - ROUNDING;
    earliest = first;
    latest = -clocks.least() + ROUNDING;
  }

  /** More is known of how the clocks differ. */
  void narrow(ClockOffset clocks) {
    long from = Math.max(earliest, -clocks.most() - ROUNDING);
    long to = Math.min(latest, -clocks.least() + ROUNDING);
    if (from < to) {
      earliest = from;
      latest = to;
    }
  }

  /** A request that left then was counted in this window. */
  void countedIn(RateHeaders.Window told, long sentAt) {
    earliest = Math.max(earliest, sentAt - told.resetSeconds() * 1000);
    if (earliest >= latest) {
      latest = earliest + DOUBT;
    }
  }

  /** This window has passed; answers that state the next one narrow down when. */
  void passed(RateHeaders.Window told) {
    before = told;
  }

  /** By then a request had been counted in the window after the one that passed. */
  void countedAfter(long at) {
    if (before == null) {
      return;
    }
    latest = Math.max(first, Math.min(latest, at - before.resetSeconds() * 1000));
    if (earliest >= latest) {
      earliest = latest - DOUBT;
    }
  }

  long earliest() {
    return earliest;
  }

  long latest() {
    return latest;
  }

  long middle() {
    return (earliest + latest) / 2;
  }

  long width() {
    return latest - earliest;
  }
}

package io.github.tapkustomer.paging;

import io.github.tapkustomer.TimeRange;

/** Told how the reading of a window goes, by the thread that reads. */
public interface ReadingListener {
  /** The window's position has moved: everything before it is passed on. */
  void moved();

  /** Some records cannot be had; the reading goes on behind them. */
  void unreachable(UnreachableTies ties);

  /** The API would not give this range; the reading goes on behind it. */
  void refused(TimeRange range, String why);
}

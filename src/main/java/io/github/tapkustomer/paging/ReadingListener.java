package io.github.tapkustomer.paging;

/** Told how the reading of a window goes, by the thread that reads. */
public interface ReadingListener {
  /** The window's position has moved: everything before it is passed on. */
  void moved();

  /** Some records cannot be had; the reading goes on behind them. */
  void unreachable(UnreachableTies ties);
}

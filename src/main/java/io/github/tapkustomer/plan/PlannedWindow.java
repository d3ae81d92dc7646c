package io.github.tapkustomer.plan;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.read.RangeCount;
import io.github.tapkustomer.read.WindowReader;
import java.util.List;

/**
 * A time range of a stream and who reads it.
 *
 * @param quota the budget of its reader's requests
 * @param turn when its turn comes
 * @param count told of what is read of it
 */
public record PlannedWindow(
    Quota quota, TimeRange range, WindowReader reader, Turn turn, RangeCount count) {
  /** The order in which windows must be read, where there is one. */
  public enum Turn {
    /** Any time. */
    ANY,
    /** Before those that come last. */
    FIRST,
    /** Once those that come first are through. */
    LAST
  }

  /** Once more single moments than this have failed, it is not their fault. */
  private static final int MOST_MOMENTS = 100;

  public PlannedWindow {
    requireNonNull(quota, "quota");
    requireNonNull(range, "range");
    requireNonNull(reader, "reader");
    requireNonNull(turn, "turn");
    requireNonNull(count, "count");
  }

  PlannedWindow(Quota quota, TimeRange range, WindowReader reader, Turn turn) {
    this(quota, range, reader, turn, new RangeCount(range));
  }

  /**
   * The same windows, but single moments, which stand for objects that could not be read before,
   * come last: if they fail again, that must not keep what is new from being read. A window that
   * has a turn keeps it.
   */
  static List<PlannedWindow> momentsLast(List<PlannedWindow> windows) {
    long moments = windows.stream().filter(PlannedWindow::isMoment).count();
    return moments > MOST_MOMENTS ? windows : windows.stream().map(PlannedWindow::inTurn).toList();
  }

  private PlannedWindow inTurn() {
    return turn == Turn.ANY
        ? new PlannedWindow(quota, range, reader, isMoment() ? Turn.LAST : Turn.FIRST, count)
        : this;
  }

  private boolean isMoment() {
    return range.isSingleMoment();
  }
}

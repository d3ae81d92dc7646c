package io.github.tapkustomer.plan;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.read.RangeCount;
import io.github.tapkustomer.read.WindowReader;
import java.util.List;

/**
 * A time range of a stream, and its reader.
 *
 * @param quota the budget of its reader's requests
 * @param turn when it may be read
 * @param count counts what is read of it
 */
public record PlannedWindow(
    Quota quota, TimeRange range, WindowReader reader, Turn turn, RangeCount count) {
  /** When a window may be read. */
  public enum Turn {
    /** At any time. */
    ANY,
    /** Before those that come last. */
    FIRST,
    /** Once those that come first are done. */
    LAST
  }

  /** If more single moments than this have failed, the objects are not the cause. */
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
   * The same windows, but with single moments last. They stand for objects that could not be read
   * before: if they fail again, that must not keep new records from being read. A window that has a
   * turn keeps it.
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

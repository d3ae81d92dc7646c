package io.github.tapkustomer.sync;

import io.github.tapkustomer.paging.SearchWindow;
import io.github.tapkustomer.paging.WindowReader;
import java.util.List;

/**
 * A window of a search stream and who reads it.
 *
 * @param turn when its turn comes
 */
record SearchPart(SearchWindow window, WindowReader reader, Turn turn) {

  /** The order in which parts must be read, where there is one. */
  enum Turn {
    /** Any time. */
    ANY,
    /** Before those that come last. */
    FIRST,
    /** Once those that come first are through. */
    LAST
  }

  /** Of more single moments it is not the fault of what was updated then. */
  private static final int MOST_MOMENTS = 100;

  /**
   * The same parts, but single moments, which stand for objects that could not be read before, come
   * last: that they fail again must not keep what is new from being read. A part that has its turn
   * keeps it.
   */
  static List<SearchPart> momentsLast(List<SearchPart> parts) {
    long moments = parts.stream().filter(SearchPart::isMoment).count();
    return moments > MOST_MOMENTS ? parts : parts.stream().map(SearchPart::inTurn).toList();
  }

  private SearchPart inTurn() {
    return turn == Turn.ANY
        ? new SearchPart(window, reader, isMoment() ? Turn.LAST : Turn.FIRST)
        : this;
  }

  private boolean isMoment() {
    return window
        .remaining()
        .filter(range -> !range.to().isAfter(range.from().plusMillis(1)))
        .isPresent();
  }
}

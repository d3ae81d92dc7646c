package io.github.tapkustomer.sync;

import io.github.tapkustomer.paging.SearchWindow;
import io.github.tapkustomer.paging.WindowReader;

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
}

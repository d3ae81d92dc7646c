package io.github.tapkustomer.read;

import java.util.Optional;

/**
 * A page of a list that reaches over the place where two others meet.
 *
 * @param page its number, from 1 on
 * @param size its entries
 */
record PageAround(int page, int size) {
  /** What part of a full page it has of either side at least. */
  private static final int PARTS = 5;

  /**
   * The smallest page around an offset, of those that have enough of both sides and no more entries
   * than a full page; a list of few entries to a page may have none.
   */
  static Optional<PageAround> of(long offset, int fullSize) {
    int least = Math.max(1, fullSize / PARTS);
    for (int size = 2 * least; size <= fullSize; size++) {
      long before = offset % size;
      if (before >= least && size - before >= least) {
        return Optional.of(new PageAround((int) (offset / size) + 1, size));
      }
    }
    return Optional.empty();
  }
}

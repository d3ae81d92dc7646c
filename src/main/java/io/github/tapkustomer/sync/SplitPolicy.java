package io.github.tapkustomer.sync;

import io.github.tapkustomer.paging.SearchWindow;
import io.github.tapkustomer.record.PageSummary;

/**
 * When a search window is worth sharing. Each new window costs up to one request more than its
 * records need, so small streams are read by one reader, and no part is cut into crumbs.
 */
final class SplitPolicy {
  private static final long SMALLEST_STREAM = 12;

  private final int pageSize;
  private final int readers;
  private long largestPages;

  /**
   * A policy for one stream.
   *
   * @param pageSize records of a page
   * @param readers how many could read side by side
   */
  SplitPolicy(int pageSize, int readers) {
    this.pageSize = pageSize;
    this.readers = readers;
  }

  /** Takes in how large the stream is. */
  void read(PageSummary page) {
    largestPages = Math.max(largestPages, page.total().orElse(0) / pageSize);
  }

  boolean allows(SearchWindow window) {
    return largestPages >= SMALLEST_STREAM
        && window.pagesLeft() >= Math.max(2, largestPages / (4L * readers));
  }
}

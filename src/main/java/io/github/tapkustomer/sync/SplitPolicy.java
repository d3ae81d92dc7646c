package io.github.tapkustomer.sync;

import io.github.tapkustomer.record.PageSummary;

/**
 * Whether a stream is worth being read by several. Each new window costs up to one request more
 * than its records need, so small streams are read by one reader.
 */
final class SplitPolicy {
  private static final long SMALLEST_STREAM = 12;

  private final int pageSize;
  private long largestPages;

  /**
   * A policy for one stream.
   *
   * @param pageSize records of a page
   */
  SplitPolicy(int pageSize) {
    this.pageSize = pageSize;
  }

  /** Takes in how large the stream is. */
  void read(PageSummary page) {
    largestPages = Math.max(largestPages, page.total().orElse(0) / pageSize);
  }

  boolean allowsSharing() {
    return largestPages >= SMALLEST_STREAM;
  }
}

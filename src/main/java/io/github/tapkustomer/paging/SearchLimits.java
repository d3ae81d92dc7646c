package io.github.tapkustomer.paging;

/**
 * How far a search can be paged.
 *
 * @param pageSize records asked for at once, at most 500
 * @param pages pages that one query gives, at most; Kustomer's documentation says 100
 */
public record SearchLimits(int pageSize, int pages) {
  public static final int PAGES = 100;

  public SearchLimits {
    if (pageSize < 1 || pages < 1) {
      throw new IllegalArgumentException("pageSize, pages: must be positive");
    }
  }
}

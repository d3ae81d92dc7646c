package io.github.tapkustomer.read.page;

/** Guesses, where an answer says nothing, whether the API cut a page at a size of its own. */
public final class PageCaps {
  private static final int SMALLEST_ROUND = 10;

  private PageCaps() {}

  /** Whether a page of so many records may go on: limits are round numbers. */
  public static boolean mayBeCapped(int records) {
    return records > 0 && (records % SMALLEST_ROUND == 0 || records % 25 == 0);
  }
}

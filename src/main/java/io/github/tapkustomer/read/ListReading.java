package io.github.tapkustomer.read;

import io.github.tapkustomer.read.page.PageCaps;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.RecordFilter;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One reading of a list, from its first page to its last. Not thread-safe. */
final class ListReading implements RecordFilter {
  /** So many pages without anything new, and the list goes round in a circle. */
  private static final int PAGES_OF_A_CIRCLE = 2;

  private final Instant began;
  private final int size;
  private final Set<String> settled = new HashSet<>();
  private final Set<String> changing = new HashSet<>();
  private long keyless;
  private long read;
  private int page = 1;
  private long largestPage;
  private long knownBefore;
  private int pagesWithoutNews;
  private OptionalLong total = OptionalLong.empty();
  private boolean sameTotal = true;

  /**
   * A reading that has not begun.
   *
   * @param began what was updated since is not expected to be there all the time
   * @param size records of a page
   */
  ListReading(Instant began, int size) {
    this.began = began;
    this.size = size;
  }

  @Override
  public boolean accept(String id, Optional<Instant> updatedAt) {
    if (id == null) {
      return true;
    }
    if (updatedAt.filter(at -> !at.isBefore(began)).isPresent()) {
      changing.add(id);
    } else {
      settled.add(id);
    }
    return true;
  }

  int nextPage() {
    return page;
  }

  OptionalLong total() {
    return total;
  }

  /** Distinct records. */
  long given() {
    return settled.size() + changing.stream().filter(id -> !settled.contains(id)).count() + keyless;
  }

  /** Whether this page, which was just read, is the last one. */
  boolean endsWith(PageSummary summary) {
    read += summary.records();
    OptionalLong told = summary.total().isPresent() ? summary.total() : total;
    told = plausible(told, summary.more().orElse(false));
    sameTotal &= page == 1 || told.equals(total);
    total = told;
    keyless += summary.keyless();
    pagesWithoutNews = known() == knownBefore ? pagesWithoutNews + 1 : 0;
    knownBefore = known();
    largestPage = Math.max(largestPage, summary.records());
    if (summary.records() == 0 || pagesWithoutNews == PAGES_OF_A_CIRCLE || !goesOn(summary)) {
      return true;
    }
    page++;
    return false;
  }

  private long known() {
    return settled.size() + (long) changing.size() + keyless;
  }

  /** A total that the links or the records exceed counts something else, such as the page. */
  private OptionalLong plausible(OptionalLong told, boolean more) {
    return told.isPresent() && (told.getAsLong() < read || told.getAsLong() == read && more)
        ? OptionalLong.empty()
        : told;
  }

  /** A count is a hint, a link is a fact: neither may lead on, nor a full page without either. */
  private boolean goesOn(PageSummary summary) {
    if (summary.more().orElse(false) || total.isPresent() && read < total.getAsLong()) {
      return true;
    }
    if (summary.more().isPresent()) {
      return false;
    }
    int records = summary.records();
    if (total.isPresent()) {
      // A total that is no more than the first page may count only the page.
      return page == 1 && records >= size;
    }
    return records >= size || records >= largestPage && PageCaps.mayBeCapped(records);
  }

  /** Nothing can have moved from a page to one that was read before. */
  boolean isProven() {
    return page == 1
        || sameTotal && total.isPresent() && settled.size() + keyless >= total.getAsLong();
  }

  /** Fewer came than the list has by its own count. */
  boolean isShort() {
    return total.isPresent() && given() < total.getAsLong();
  }

  /** Whether this reading had the same entries, but for what changed meanwhile. */
  boolean agreesWith(ListReading before) {
    Set<String> expected = new HashSet<>(before.settled);
    expected.removeAll(changing);
    return expected.equals(settled);
  }

  OptionalLong pagesLeft() {
    if (total.isEmpty()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Math.max(1, (total.getAsLong() - read + size - 1) / size));
  }
}

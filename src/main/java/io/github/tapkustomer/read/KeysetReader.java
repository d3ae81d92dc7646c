package io.github.tapkustomer.read;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.RecordFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a search by key: always the first page of what was updated since the last record seen. A
 * record that changes meanwhile moves behind the range and shifts the rest, but nothing before the
 * position is asked for again and nothing behind it can be missed. If half a page or more shares
 * one timestamp, or the search does not come sorted, pages are read by number.
 */
public final class KeysetReader implements WindowReader {
  private static final Logger LOG = LoggerFactory.getLogger(KeysetReader.class);

  private final SizedPages pages;
  private final PageNumberReader byNumber;
  private volatile boolean unsorted;

  /**
   * A reader of one search.
   *
   * @param byNumber reads what cannot be read by key
   */
  public KeysetReader(SizedPages pages, PageNumberReader byNumber) {
    this.pages = requireNonNull(pages, "pages");
    this.byNumber = requireNonNull(byNumber, "byNumber");
  }

  /** Reads a page, or all records of one timestamp if they are many. */
  @Override
  public Step step(TimeRange rest, RecordFilter seen) {
    if (unsorted) {
      return byNumber.step(rest, seen);
    }
    PageSummary page = pages.first(rest, seen);
    if (!isInOrder(page, rest)) {
      LOG.warn(
          "{}: records do not come sorted by updated_at between {} and {}; reading by page number"
              + " from here on",
          pages.stream(),
          Timestamps.format(rest.from()),
          Timestamps.format(rest.to()));
      unsorted = true;
      return byNumber.step(rest, seen).withNewest(page.last());
    }
    if (isLast(page)) {
      return Step.to(rest.to()).withNewest(page.last());
    }
    if (page.last().isEmpty()) {
      // A page of records without a time leads nowhere.
      return byNumber.step(rest, seen);
    }
    return goOn(rest, page, page.last().get(), seen);
  }

  private Step goOn(TimeRange rest, PageSummary page, Instant last, RecordFilter seen) {
    boolean tied = page.lastTies() * 2 > page.records() || last.equals(rest.from());
    Step step = tied ? byNumber.step(TimeRange.at(last), seen) : Step.to(last);
    Duration span = Duration.between(page.first().orElse(last), last);
    return step.withNewest(page.last()).withPages(page.total(), pagesLeft(page), span);
  }

  private OptionalLong pagesLeft(PageSummary page) {
    if (page.total().isEmpty()) {
      return OptionalLong.empty();
    }
    long left = page.total().getAsLong() - page.records();
    return OptionalLong.of(Math.max(1, (left + pages.fullSize() - 1) / pages.fullSize()));
  }

  private static boolean isInOrder(PageSummary page, TimeRange range) {
    return page.sorted()
        && page.first().map(range::contains).orElse(true)
        && page.last().map(range::contains).orElse(true);
  }

  /** A count is a hint, a link is a fact: the last page is where neither leads on. */
  private boolean isLast(PageSummary page) {
    if (page.records() == 0) {
      return true;
    }
    if (page.records() < page.total().orElse(0) || page.more().orElse(false)) {
      return false;
    }
    return page.more().isPresent() || page.records() < pages.size();
  }
}

package io.github.tapkustomer.paging;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.record.PageSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a search by key: always the first page of what was updated since the last record seen. A
 * record that changes meanwhile moves behind the window and shifts the rest, but nothing before the
 * position is asked for again and nothing behind it can be passed over. Ties of half a page and
 * more are read apart, by page number.
 */
public final class KeysetReader implements WindowReader {
  private static final Logger LOG = LoggerFactory.getLogger(KeysetReader.class);

  private final SearchPages pages;
  private final SearchLimits limits;

  public KeysetReader(SearchPages pages, SearchLimits limits) {
    this.pages = requireNonNull(pages, "pages");
    this.limits = requireNonNull(limits, "limits");
  }

  /** Reads on by a page, or by all records of one timestamp where they are many. */
  @Override
  public void step(SearchWindow window, ReadingListener listener) {
    TimeRange range = window.remaining().orElseThrow();
    PageSummary page = pages.read(range, 1, window.seen());
    if (!isInOrder(page, range)) {
      LOG.warn(
          "records do not come sorted by updated_at between {} and {}; reading by closed ranges",
          Timestamps.format(range.from()),
          Timestamps.format(range.to()));
      readClosed(range, window, listener);
    } else if (isLast(page)) {
      window.advance(range.to());
      listener.moved();
    } else {
      goOn(window, range, page, listener);
    }
  }

  private void readClosed(TimeRange range, SearchWindow window, ReadingListener listener) {
    new ClosedWindowReader(pages, limits).read(range, window, listener);
  }

  private void goOn(
      SearchWindow window, TimeRange range, PageSummary page, ReadingListener listener) {
    if (page.last().isEmpty()) {
      // A page of records without a time does not lead on.
      readClosed(range, window, listener);
      return;
    }
    Instant last = page.last().get();
    window.estimate(pagesLeft(page), Duration.between(page.first().orElse(last), last));
    window.seen().keepFrom(last);
    if (page.lastTies() * 2 > page.records() || last.equals(range.from())) {
      readClosed(new TimeRange(last, after(last)), window, listener);
    } else {
      window.advance(last);
      listener.moved();
    }
  }

  private OptionalLong pagesLeft(PageSummary page) {
    if (page.total().isEmpty()) {
      return OptionalLong.empty();
    }
    long left = page.total().getAsLong() - page.records();
    return OptionalLong.of(Math.max(1, (left + limits.pageSize() - 1) / limits.pageSize()));
  }

  private boolean isInOrder(PageSummary page, TimeRange range) {
    boolean inside =
        page.first().map(first -> !first.isBefore(range.from())).orElse(true)
            && page.last().map(last -> last.isBefore(range.to())).orElse(true);
    return page.sorted() && inside;
  }

  private boolean isLast(PageSummary page) {
    if (page.records() == 0) {
      return true;
    }
    if (page.total().isPresent()) {
      return page.records() >= page.total().getAsLong();
    }
    return !page.more().orElse(page.records() >= limits.pageSize());
  }

  /** The next timestamp that a record can have: Kustomer's are of milliseconds. */
  private static Instant after(Instant last) {
    return last.getNano() % 1_000_000 == 0 ? last.plusMillis(1) : last.plusNanos(1);
  }
}

package io.github.tapkustomer.read;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.read.page.SearchPages;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.RecordFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages of a search, in a size that the API can give: after an answer that is too large, half
 * as many records, down to one. Thread-safe.
 */
public final class SizedPages {
  private static final Logger LOG = LoggerFactory.getLogger(SizedPages.class);

  private final String stream;
  private final SearchPages pages;
  private final int fullSize;
  private volatile int size;

  /**
   * Pages that begin at full size.
   *
   * @param fullSize records per page, 1 to 500
   */
  public SizedPages(String stream, SearchPages pages, int fullSize) {
    this.stream = requireNonNull(stream, "stream");
    this.pages = requireNonNull(pages, "pages");
    if (fullSize < 1) {
      throw new IllegalArgumentException("fullSize: must be positive, was " + fullSize);
    }
    this.fullSize = fullSize;
    this.size = fullSize;
  }

  String stream() {
    return stream;
  }

  int fullSize() {
    return fullSize;
  }

  /** How many records a page has at the moment. */
  int size() {
    return size;
  }

  /** The first page of a range, in whatever size the API can give. */
  PageSummary first(TimeRange range, RecordFilter filter) {
    while (true) {
      int asked = size;
      try {
        return pages.read(range, 1, asked, filter);
      } catch (ApiException tooLarge) {
        shrink(asked, tooLarge);
      }
    }
  }

  /** A page by its number. What it holds depends on the size, which must not change in between. */
  PageSummary read(TimeRange range, int page, int asked, RecordFilter filter) {
    return pages.read(range, page, asked, filter);
  }

  /**
   * Asks for smaller pages from now on.
   *
   * @param asked the size of the page that was refused
   * @throws ApiException the same, if it was refused for another reason or had one record
   */
  synchronized void shrink(int asked, ApiException refused) {
    if (!refused.tooLarge() || asked / 2 < size) {
      size = smaller(stream, asked, refused);
    }
  }

  /** Half the size of a page that was refused; throws as {@link #shrink} does. */
  static int smaller(String stream, int asked, ApiException refused) {
    if (!refused.tooLarge() || asked == 1) {
      throw refused;
    }
    LOG.warn(
        "{}: the API cannot give {} records at once ({}); asking for {} from here on",
        stream,
        asked,
        refused.getMessage(),
        asked / 2);
    return asked / 2;
  }
}

package io.github.tapkustomer.read.page;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.RecordFilter;
import java.util.OptionalLong;

/** The pages of one search by time. */
@FunctionalInterface
public interface SearchPages {
  /**
   * Reads a page to its end and passes on the records that the filter accepts.
   *
   * @param range the range of {@code updated_at}; records are requested in ascending order
   * @param page from 1
   * @param size how many records to ask for, at least 1
   */
  PageSummary read(TimeRange range, int page, int size, RecordFilter filter);

  /** How many records the API counts in the range; takes one request. Empty if it cannot tell. */
  default OptionalLong count(TimeRange range) {
    return OptionalLong.empty();
  }
}

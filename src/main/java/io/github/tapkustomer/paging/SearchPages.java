package io.github.tapkustomer.paging;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.RecordFilter;

/** One page of a search by time, its records passed on as far as the filter lets them. */
@FunctionalInterface
public interface SearchPages {
  /**
   * Asks for a page until it is whole.
   *
   * @param range what {@code updated_at} lies in; the records are asked for in ascending order
   * @param page from 1
   */
  PageSummary read(TimeRange range, int page, RecordFilter filter);
}

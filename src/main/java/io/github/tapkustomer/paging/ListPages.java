package io.github.tapkustomer.paging;

import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.RecordFilter;

/** One page of a list, its records passed on as far as the filter lets them. */
@FunctionalInterface
public interface ListPages {
  /**
   * Asks for a page until it is whole.
   *
   * @param pass which of the endpoint's passes
   * @param page from 1
   */
  PageSummary read(String pass, int page, RecordFilter filter);
}

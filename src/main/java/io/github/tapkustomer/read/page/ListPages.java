package io.github.tapkustomer.read.page;

import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.RecordFilter;

/** The pages of one list. */
@FunctionalInterface
public interface ListPages {
  /**
   * Reads a page to its end and passes on the records that the filter accepts.
   *
   * @param pass which of the endpoint's passes
   * @param page from 1
   * @param size how many records to ask for, at least 1
   */
  PageSummary read(String pass, int page, int size, RecordFilter filter);
}

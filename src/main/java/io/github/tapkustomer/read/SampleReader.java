package io.github.tapkustomer.read;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.read.page.SearchPages;
import io.github.tapkustomer.record.page.RecordFilter;

/** Reads the first record of a range and nothing after it. */
public final class SampleReader implements WindowReader {
  private final SearchPages pages;

  public SampleReader(SearchPages pages) {
    this.pages = requireNonNull(pages, "pages");
  }

  @Override
  public Step step(TimeRange rest, RecordFilter seen) {
    pages.read(rest, 1, 1, seen);
    return Step.to(rest.to());
  }
}

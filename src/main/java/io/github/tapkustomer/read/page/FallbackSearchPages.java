package io.github.tapkustomer.read.page;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.RecordFilter;
import java.util.List;
import java.util.OptionalLong;

/** A search that can be phrased in more than one way: after one is rejected, the next is used. */
public final class FallbackSearchPages implements SearchPages {
  private final Alternatives<SearchPages> phrasings;

  public FallbackSearchPages(List<SearchPages> phrasings) {
    this.phrasings = new Alternatives<>(phrasings);
  }

  @Override
  public PageSummary read(TimeRange range, int page, int size, RecordFilter filter) {
    return phrasings.ask(pages -> pages.read(range, page, size, filter));
  }

  @Override
  public OptionalLong count(TimeRange range) {
    return phrasings.ask(pages -> pages.count(range));
  }
}

package io.github.tapkustomer.paging;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.Alternatives;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.RecordFilter;
import java.util.List;

/** Pages of a search that can be put in more than one way. */
public final class EitherPages implements SearchPages {
  private final Alternatives<SearchPages> ways;

  public EitherPages(List<SearchPages> ways) {
    this.ways = new Alternatives<>(ways);
  }

  @Override
  public PageSummary read(TimeRange range, int page, RecordFilter filter) {
    return ways.ask(pages -> pages.read(range, page, filter));
  }
}

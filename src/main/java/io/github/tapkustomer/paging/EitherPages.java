package io.github.tapkustomer.paging;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.RecordFilter;

/**
 * Pages of a search that can be put in two ways, of which the documentation does not say which is
 * right: where the first is refused as a bad request, the second is used from then on.
 */
public final class EitherPages implements SearchPages {
  private static final int BAD_REQUEST = 400;

  private final SearchPages first;
  private final SearchPages second;
  private volatile boolean firstIsWrong;

  public EitherPages(SearchPages first, SearchPages second) {
    this.first = requireNonNull(first, "first");
    this.second = requireNonNull(second, "second");
  }

  @Override
  public PageSummary read(TimeRange range, int page, RecordFilter filter) {
    if (!firstIsWrong) {
      try {
        return first.read(range, page, filter);
      } catch (ApiException refused) {
        if (refused.status() != BAD_REQUEST) {
          throw refused;
        }
        firstIsWrong = true;
      }
    }
    return second.read(range, page, filter);
  }
}

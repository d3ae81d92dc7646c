package io.github.tapkustomer.read.page;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.RecordFilter;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A search that can be phrased in two ways, of which the documentation does not say which is right:
 * once the first is rejected as a bad request, the second is used.
 */
public final class FallbackSearchPages implements SearchPages {
  private static final int BAD_REQUEST = 400;

  private final SearchPages first;
  private final SearchPages second;
  private volatile boolean firstIsWrong;

  public FallbackSearchPages(SearchPages first, SearchPages second) {
    this.first = requireNonNull(first, "first");
    this.second = requireNonNull(second, "second");
  }

  @Override
  public PageSummary read(TimeRange range, int page, int size, RecordFilter filter) {
    return ask(pages -> pages.read(range, page, size, filter));
  }

  @Override
  public OptionalLong count(TimeRange range) {
    return ask(pages -> pages.count(range));
  }

  private <T> T ask(Function<SearchPages, T> question) {
    if (!firstIsWrong) {
      try {
        return question.apply(first);
      } catch (ApiException rejected) {
        if (rejected.status() != BAD_REQUEST) {
          throw rejected;
        }
        firstIsWrong = true;
      }
    }
    return question.apply(second);
  }
}

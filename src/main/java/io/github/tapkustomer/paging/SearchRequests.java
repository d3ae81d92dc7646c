package io.github.tapkustomer.paging;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.IncompleteAnswerException;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.stream.Endpoint.Search;

/**
 * The requests of one search.
 *
 * @param stream the stream that it is made for
 * @param source where it is made
 * @param pageSize records asked for at once
 */
public record SearchRequests(
    String stream, Search endpoint, Source source, int pageSize, boolean includeDeleted) {

  /** Where objects are searched: the last two years and what is older are apart. */
  public enum Source {
    RECENT("/v1/customers/search"),
    ARCHIVE("/v1/customers/archive/search");

    private final String path;

    Source(String path) {
      this.path = path;
    }
  }

  /** The request for a page, from 1. */
  public ApiRequest page(TimeRange range, int page) {
    String path = "%s?page=%d&pageSize=%d".formatted(source.path, page, pageSize);
    return ApiRequest.search(stream, path, new SearchQuery(endpoint, includeDeleted).body(range));
  }

  /** Refuses what cannot be the whole page, so that it is asked for again. */
  static PageSummary whole(PageSummary summary, int page) throws IncompleteAnswerException {
    if (summary.timedOut()) {
      throw new IncompleteAnswerException("the search timed out on the server (meta.timed_out)");
    }
    if (page == 1 && summary.records() == 0 && summary.total().orElse(0) > 0) {
      throw new IncompleteAnswerException("the answer has a total but no records");
    }
    return summary;
  }
}

package io.github.tapkustomer.read.page;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.stream.Endpoint.Search;

/**
 * The requests of one search.
 *
 * @param stream the stream that it is made for
 * @param source where it is made
 * @param includeDeleted whether deleted objects are asked for too
 */
public record SearchRequests(
    String stream, Search endpoint, Source source, boolean includeDeleted) {
  /** Where objects are searched: those of the last two years and older ones are kept apart. */
  public enum Source {
    RECENT("/v1/customers/search"),
    ARCHIVE("/v1/customers/archive/search");

    private final String path;

    Source(String path) {
      this.path = path;
    }
  }

  public SearchRequests {
    requireNonNull(stream, "stream");
    requireNonNull(endpoint, "endpoint");
    requireNonNull(source, "source");
  }

  /**
   * The request for a page.
   *
   * @param page from 1
   * @param size records asked for, at most 500
   */
  public ApiRequest page(TimeRange range, int page, int size) {
    String path = "%s?page=%d&pageSize=%d".formatted(source.path, page, size);
    return ApiRequest.search(stream, path, new SearchQuery(endpoint, includeDeleted).body(range));
  }
}

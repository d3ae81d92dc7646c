package io.github.tapkustomer.read.page;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.stream.Endpoint.Search;
import java.util.Optional;

/**
 * The requests of one search.
 *
 * @param stream the stream that they are made for
 * @param source where to search
 * @param includeDeleted whether to ask for deleted objects too
 * @param having a date that the objects must have
 */
public record SearchRequests(
    String stream,
    Search endpoint,
    Source source,
    boolean includeDeleted,
    Optional<String> having) {
  /** Where to search: objects of the last two years and older ones are kept apart. */
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
    requireNonNull(having, "having");
  }

  public SearchRequests(String stream, Search endpoint, Source source, boolean includeDeleted) {
    this(stream, endpoint, source, includeDeleted, Optional.empty());
  }

  /** The same for objects that have this date. */
  public SearchRequests having(String date) {
    return new SearchRequests(stream, endpoint, source, includeDeleted, Optional.of(date));
  }

  /** The same for another stream. */
  SearchRequests forStream(String other) {
    return new SearchRequests(other, endpoint, source, includeDeleted, having);
  }

  /**
   * The request for a page.
   *
   * @param page from 1
   * @param size records asked for, at most 500
   */
  public ApiRequest page(TimeRange range, int page, int size) {
    String path = "%s?page=%d&pageSize=%d".formatted(source.path, page, size);
    SearchQuery query = new SearchQuery(endpoint, includeDeleted, having);
    return ApiRequest.search(stream, path, query.body(range));
  }
}

package io.github.tapkustomer.stream;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** How the API gives a stream's records. */
public sealed interface Endpoint {

  /**
   * {@code POST /v1/customers/search} with this {@code queryContext}; filter and sort are named
   * {@code <context>_updated_at}.
   */
  record Search(String context) implements Endpoint {
    public Search {
      requireNonNull(context, "context");
    }

    /** The attribute that the search filters and sorts by. */
    public String updatedAtFilter() {
      return context + "_updated_at";
    }
  }

  /**
   * {@code GET /v1/<path>} page by page, without any filter by time.
   *
   * @param pageSize the largest page that the API gives
   * @param passes query parameters, each of which gives a part of the records; one empty string
   *     where a single pass gives all
   */
  record Pages(String path, int pageSize, List<String> passes) implements Endpoint {
    public Pages {
      requireNonNull(path, "path");
      passes = List.copyOf(passes);
      if (passes.isEmpty()) {
        throw new IllegalArgumentException("passes: must not be empty");
      }
    }
  }
}

package io.github.tapkustomer.plan;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.read.KeysetReader;
import io.github.tapkustomer.read.PageNumberReader;
import io.github.tapkustomer.read.SampleReader;
import io.github.tapkustomer.read.SizedPages;
import io.github.tapkustomer.read.WindowReader;
import io.github.tapkustomer.read.page.ApiSearchPages;
import io.github.tapkustomer.read.page.FallbackSearchPages;
import io.github.tapkustomer.read.page.RecordSink;
import io.github.tapkustomer.read.page.SearchPages;
import io.github.tapkustomer.read.page.SearchRequests;
import io.github.tapkustomer.read.page.SearchRequests.Source;
import io.github.tapkustomer.stream.Endpoint.Search;
import java.time.Instant;

/** Makes the readers of one stream's searches. */
final class SearchReaders {
  private final PlanningContext context;
  private final String stream;
  private final RecordSink sink;
  private final Instant settled;

  /**
   * Readers of one stream.
   *
   * @param settled whatever was updated before this is certain to be in the index
   */
  SearchReaders(PlanningContext context, String stream, RecordSink sink, Instant settled) {
    this.context = requireNonNull(context, "context");
    this.stream = requireNonNull(stream, "stream");
    this.sink = requireNonNull(sink, "sink");
    this.settled = requireNonNull(settled, "settled");
  }

  SearchRequests requests(Search search, Source source) {
    return new SearchRequests(stream, search, source, context.settings().includeDeleted());
  }

  SearchPages pages(Search search, Source source) {
    return new FallbackSearchPages(
        search.forms().stream()
            .<SearchPages>map(
                form -> new ApiSearchPages(context.client(), requests(form, source), sink))
            .toList());
  }

  WindowReader keyset(SearchPages pages) {
    return keyset(pages, context.settings().pageSizeLimit());
  }

  WindowReader keyset(SearchPages pages, int pageSize) {
    if (context.sample()) {
      return new SampleReader(pages);
    }
    SizedPages sized = new SizedPages(stream, pages, pageSize);
    return new KeysetReader(
        sized, new PageNumberReader(sized, PageNumberReader.MOST_PAGES, settled));
  }

  /** Reads a range again that gave too few records, whatever their order. */
  WindowReader recheck(SearchPages pages) {
    return PageNumberReader.ofCounted(
        new SizedPages(stream, pages, context.settings().pageSizeLimit()), settled);
  }
}

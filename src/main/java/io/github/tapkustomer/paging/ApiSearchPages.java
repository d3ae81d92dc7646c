package io.github.tapkustomer.paging;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.IncompleteAnswerException;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.record.PageReader;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.RecordFilter;
import io.github.tapkustomer.stream.Endpoint.Search;
import java.io.IOException;
import java.io.InputStream;

/** Pages of {@code POST /v1/customers/search}. */
public final class ApiSearchPages implements SearchPages {
  private static final String PATH = "/v1/customers/search?page=%d&pageSize=%d";

  private final KustomerClient client;
  private final String stream;
  private final SearchQuery query;
  private final int pageSize;
  private final PageSink sink;

  public ApiSearchPages(
      KustomerClient client,
      String stream,
      Search endpoint,
      int pageSize,
      boolean includeDeleted,
      PageSink sink) {
    this.client = requireNonNull(client, "client");
    this.stream = requireNonNull(stream, "stream");
    this.query = new SearchQuery(endpoint, includeDeleted);
    this.pageSize = pageSize;
    this.sink = requireNonNull(sink, "sink");
  }

  @Override
  public PageSummary read(TimeRange range, int page, RecordFilter filter) {
    ApiRequest request =
        ApiRequest.search(stream, PATH.formatted(page, pageSize), query.body(range));
    sink.awaitRoom();
    PageSummary summary = client.ask(request, body -> readWhole(body, page, filter));
    sink.read(summary);
    return summary;
  }

  private PageSummary readWhole(InputStream body, int page, RecordFilter filter)
      throws IOException {
    PageReader reader =
        new PageReader(sink.plan(), filter, client.serverClock().now(), sink::accept);
    PageSummary summary = reader.read(body);
    if (summary.timedOut()) {
      throw new IncompleteAnswerException("the search timed out on the server (meta.timed_out)");
    }
    if (page == 1 && summary.records() == 0 && summary.total().orElse(0) > 0) {
      throw new IncompleteAnswerException("the answer has a total but no records");
    }
    return summary;
  }
}

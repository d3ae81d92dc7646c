package io.github.tapkustomer.paging;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.record.PageReader;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.RecordFilter;
import io.github.tapkustomer.stream.Endpoint.Member;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Pages of {@code POST /v1/customers/search}, or of its archive, as RECORD lines. */
public final class ApiSearchPages implements SearchPages {
  private final KustomerClient client;
  private final SearchRequests requests;
  private final PageSink sink;

  public ApiSearchPages(KustomerClient client, SearchRequests requests, PageSink sink) {
    this.client = requireNonNull(client, "client");
    this.requests = requireNonNull(requests, "requests");
    this.sink = requireNonNull(sink, "sink");
  }

  @Override
  public PageSummary read(TimeRange range, int page, RecordFilter filter) {
    PageSummary summary =
        client.ask(
            requests.page(range, page), sink::awaitRoom, body -> readWhole(body, page, filter));
    sink.read(summary);
    return summary;
  }

  private PageSummary readWhole(InputStream body, int page, RecordFilter filter)
      throws IOException {
    PageReader reader =
        new PageReader(
            sink.plan(),
            filter,
            Member.DATA,
            Optional.empty(),
            client.serverClock().now(),
            sink::accept);
    return SearchRequests.whole(reader.read(body), page);
  }
}

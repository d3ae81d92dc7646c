package io.github.tapkustomer.read.page;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.IncompleteAnswerException;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.record.PageReader;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.ParentPageReader;
import io.github.tapkustomer.record.page.RecordFilter;
import io.github.tapkustomer.stream.Endpoint.Member;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Pages of {@code POST /v1/customers/search}, or of its archive, as RECORD lines. */
public final class ApiSearchPages implements SearchPages {
  private final KustomerClient client;
  private final SearchRequests requests;
  private final RecordSink sink;

  public ApiSearchPages(KustomerClient client, SearchRequests requests, RecordSink sink) {
    this.client = requireNonNull(client, "client");
    this.requests = requireNonNull(requests, "requests");
    this.sink = requireNonNull(sink, "sink");
  }

  @Override
  public PageSummary read(TimeRange range, int page, int size, RecordFilter filter) {
    PageSummary summary =
        client.ask(
            requests.page(range, page, size),
            sink::awaitRoom,
            body -> whole(reader(filter).read(body), page));
    sink.counted(summary);
    return summary;
  }

  @Override
  public OptionalLong count(TimeRange range) {
    return client.ask(requests.page(range, 1, 1), ApiSearchPages::total);
  }

  private static OptionalLong total(InputStream body) throws IOException {
    return whole(new ParentPageReader(Set.of()).read(body).summary(), 1).total();
  }

  private PageReader reader(RecordFilter filter) {
    return new PageReader(
        sink.plan(),
        filter,
        Member.DATA,
        Optional.empty(),
        client.serverClock().now(),
        sink::accept);
  }

  /** Rejects what cannot be the whole page, so that it is asked for again. */
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

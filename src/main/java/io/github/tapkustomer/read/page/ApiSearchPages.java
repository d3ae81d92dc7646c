package io.github.tapkustomer.read.page;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.IncompleteAnswerException;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.ParentPageReader;
import io.github.tapkustomer.record.page.RecordFilter;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.Set;

/** Pages of {@code POST /v1/customers/search}, or of its archive, as RECORD lines. */
public final class ApiSearchPages implements SearchPages {
  private final KustomerClient client;
  private final SearchRequests requests;
  private final RecordPages records;

  public ApiSearchPages(KustomerClient client, SearchRequests requests, RecordSink sink) {
    this.client = requireNonNull(client, "client");
    this.requests = requireNonNull(requests, "requests");
    this.records = new RecordPages(client, sink);
  }

  @Override
  public PageSummary read(TimeRange range, int page, int size, RecordFilter filter) {
    return records.read(
        requests.page(range, page, size), body -> whole(records.reader(filter).read(body), page));
  }

  @Override
  public OptionalLong count(TimeRange range) {
    return client.ask(requests.page(range, 1, 1), ApiSearchPages::total);
  }

  private static OptionalLong total(InputStream body) throws IOException {
    return whole(new ParentPageReader(Set.of()).read(body).summary(), 1).total();
  }

  /** Rejects what cannot be the whole page, so that it is requested again. */
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

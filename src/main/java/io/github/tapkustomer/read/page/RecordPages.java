package io.github.tapkustomer.read.page;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.AnswerReader;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.record.PageReader;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import io.github.tapkustomer.record.page.RecordFilter;
import io.github.tapkustomer.stream.Endpoint.Member;
import java.util.Optional;

/** Requests pages of one stream and passes their lines to its sink. Thread-safe. */
public final class RecordPages {
  private final KustomerClient client;
  private final RecordSink sink;

  public RecordPages(KustomerClient client, RecordSink sink) {
    this.client = requireNonNull(client, "client");
    this.sink = requireNonNull(sink, "sink");
  }

  /**
   * Requests a page.
   *
   * @param member where the answer holds the records
   * @param parent what the records belong to, if the request is for a single object's
   */
  public PageSummary read(
      ApiRequest request, RecordFilter filter, Member member, Optional<Parent> parent) {
    return read(request, body -> reader(filter, member, parent).read(body));
  }

  /** The same with a reader of its own, which is called again for each attempt. */
  PageSummary read(ApiRequest request, AnswerReader<PageSummary> reader) {
    PageSummary page = client.ask(request, sink::awaitRoom, reader);
    sink.counted(page);
    return page;
  }

  /** A reader for the records of one answer. */
  PageReader reader(RecordFilter filter) {
    return reader(filter, Member.DATA, Optional.empty());
  }

  private PageReader reader(RecordFilter filter, Member member, Optional<Parent> parent) {
    return new PageReader(
        sink.plan(), filter, member, parent, client.serverClock().now(), sink::accept);
  }
}

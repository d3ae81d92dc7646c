package io.github.tapkustomer.paging;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.record.PageReader;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.RecordFilter;
import io.github.tapkustomer.stream.Endpoint.AuditLogs;
import io.github.tapkustomer.stream.Endpoint.Member;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code GET /v1/audit-logs} as a search of a single page: an answer that is full may not be all of
 * its range, which is then halved. That needs neither the order of the entries nor their cursor.
 * The ends of the range are not documented as in or out, so a little more is asked for and what
 * lies outside is passed over.
 */
public final class AuditLogPages implements SearchPages {
  private final KustomerClient client;
  private final String stream;
  private final AuditLogs endpoint;
  private final PageSink sink;

  public AuditLogPages(KustomerClient client, String stream, AuditLogs endpoint, PageSink sink) {
    this.client = requireNonNull(client, "client");
    this.stream = requireNonNull(stream, "stream");
    this.endpoint = requireNonNull(endpoint, "endpoint");
    this.sink = requireNonNull(sink, "sink");
  }

  @Override
  public PageSummary read(TimeRange range, int page, RecordFilter filter) {
    String path =
        "/v1/audit-logs?count=%d&%s=%s&%s=%s"
            .formatted(
                endpoint.count(),
                encoded("filter[start]"),
                encoded(Timestamps.format(range.from().minusMillis(1))),
                encoded("filter[end]"),
                encoded(Timestamps.format(range.to())));
    PageSummary summary =
        client.ask(
            ApiRequest.get(stream, path),
            sink::awaitRoom,
            body -> {
              Inside inside = new Inside(range, filter);
              PageSummary read = reader(inside).read(body);
              boolean full = read.records() >= endpoint.count();
              return read.withTotal(OptionalLong.of(full ? read.records() + 1L : inside.records));
            });
    sink.read(summary);
    return summary;
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

  /** Passes over what lies outside of the range. */
  private static final class Inside implements RecordFilter {
    private final TimeRange range;
    private final RecordFilter filter;
    private long records;

    Inside(TimeRange range, RecordFilter filter) {
      this.range = range;
      this.filter = filter;
    }

    @Override
    public boolean accept(String id, Optional<Instant> createdAt) {
      boolean outside =
          createdAt.filter(at -> at.isBefore(range.from()) || !at.isBefore(range.to())).isPresent();
      if (outside) {
        return false;
      }
      records++;
      return filter.accept(id, createdAt);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package io.github.tapkustomer.read.page;

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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code GET /v1/audit-logs} as a search of a single page: an answer that may not hold all of its
 * range has a larger total than records, so that the range is cut. That needs neither the order of
 * the entries nor their cursor. Whether the ends of a range are in or out is not documented, so a
 * little more is asked for, and what lies outside is passed over.
 */
public final class AuditLogPages implements SearchPages {
  private final KustomerClient client;
  private final String stream;
  private final RecordSink sink;

  /** Fewer than the endpoint's documented maximum where the API was seen to cut its answers. */
  private volatile int cap;

  /** The most entries of an answer so far: one with fewer was not cut. */
  private volatile int largest;

  private volatile boolean linksMeanNothing;

  public AuditLogPages(KustomerClient client, String stream, AuditLogs endpoint, RecordSink sink) {
    this.client = requireNonNull(client, "client");
    this.stream = requireNonNull(stream, "stream");
    this.sink = requireNonNull(sink, "sink");
    this.cap = endpoint.count();
  }

  @Override
  public PageSummary read(TimeRange range, int page, int size, RecordFilter filter) {
    Inside inside = new Inside(range, filter);
    PageSummary read = ask(range, size, inside);
    sink.counted(read);
    boolean full =
        read.records() >= Math.min(size, cap) || isCut(range, size, read, inside.records());
    largest = Math.max(largest, read.records());
    return read.withTotal(OptionalLong.of(full ? read.records() + 1L : inside.records()))
        .withMore(full);
  }

  /**
   * Whether the API cuts its answers at the size of this one: told by whether the two halves of the
   * range hold more. A cursor's next link alone may be there without meaning anything.
   */
  private boolean isCut(TimeRange range, int size, PageSummary read, long inside) {
    boolean leadsOn = read.more().orElse(false) && !linksMeanNothing;
    boolean doubtful = leadsOn || PageCaps.mayBeCapped(read.records());
    if (!doubtful || read.records() < largest || range.isSingleMoment()) {
      return false;
    }
    List<TimeRange> halves = range.splitAt(range.middle());
    long more = 0;
    for (TimeRange half : halves) {
      Inside counting = new Inside(half, (id, at) -> false);
      ask(half, size, counting);
      more += counting.records();
    }
    if (more > inside) {
      cap = Math.min(cap, read.records());
      return true;
    }
    linksMeanNothing |= leadsOn;
    return false;
  }

  private PageSummary ask(TimeRange range, int size, Inside inside) {
    String path =
        "/v1/audit-logs?count=%d&%s=%s&%s=%s"
            .formatted(
                size,
                encoded("filter[start]"),
                encoded(Timestamps.format(range.from().minusMillis(1))),
                encoded("filter[end]"),
                encoded(Timestamps.format(range.to())));
    return client.ask(
        ApiRequest.get(stream, path),
        sink::awaitRoom,
        body -> {
          inside.begin();
          return reader(inside).read(body);
        });
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

  /** Counts what lies in the range, and passes over what lies outside of it. */
  private static final class Inside implements RecordFilter {
    private final TimeRange range;
    private final RecordFilter filter;
    private long records;

    Inside(TimeRange range, RecordFilter filter) {
      this.range = range;
      this.filter = filter;
    }

    /** An answer begins, perhaps not the first one. */
    void begin() {
      records = 0;
    }

    long records() {
      return records;
    }

    @Override
    public boolean accept(String id, Optional<Instant> createdAt) {
      if (createdAt.filter(at -> !range.contains(at)).isPresent()) {
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

package io.github.tapkustomer.read.page;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.RecordFilter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/audit-logs} as a search of a single page: an answer that may not hold its whole
 * range gets a larger total than it has records, so that the range is split. That needs neither the
 * order of the entries nor their cursor. Whether the ends of a range are inclusive is not
 * documented, so a little more is requested, and entries outside are skipped.
 */
public final class AuditLogPages implements SearchPages {
  private final String stream;
  private final RecordPages records;

  /** The most entries that any answer had: one with fewer was not cut. */
  private volatile int largest;

  public AuditLogPages(KustomerClient client, String stream, RecordSink sink) {
    this.stream = requireNonNull(stream, "stream");
    this.records = new RecordPages(client, sink);
  }

  @Override
  public PageSummary read(TimeRange range, int page, int size, RecordFilter filter) {
    Inside inside = new Inside(range, filter);
    PageSummary read = ask(range, size, inside);
    boolean full = read.records() >= size || mayBeCut(range, read);
    largest = Math.max(largest, read.records());
    return read.withTotal(OptionalLong.of(full ? read.records() + 1L : inside.records()))
        .withMore(full);
  }

  /**
   * Whether the API may have cut the answer at a size of its own, as a next link or a round number
   * of entries suggests. An answer with fewer entries than another was not cut, even with a link: a
   * cursor's links may be there without meaning anything.
   */
  private boolean mayBeCut(TimeRange range, PageSummary read) {
    boolean leadsOn = read.more().orElse(false);
    boolean round = PageCaps.mayBeCapped(read.records());
    boolean doubtful = range.isSingleMoment() ? leadsOn && round : leadsOn || round;
    return doubtful && read.records() > 0 && read.records() >= largest;
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
    return records.read(
        ApiRequest.get(stream, path),
        body -> {
          inside.begin();
          return records.reader(inside).read(body);
        });
  }

  /** Counts what lies in the range, and skips what lies outside. */
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
    public boolean accept(@Nullable String id, Optional<Instant> createdAt) {
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

package io.github.tapkustomer.paging;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.RecordFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a range of the past by page numbers, whatever the order of its records. That is safe only
 * while nothing leaves the range: its {@code total} must stay the same from the first page to the
 * last, and as many distinct records must come; else it is read again. Ties can come in another
 * order each time, so what several readings gave counts together while the total stays the same. A
 * range of more pages than the API gives is halved.
 */
final class ClosedRangeReader {
  private static final int ATTEMPTS = 12;

  /** So many readings that bring nothing new are enough. */
  private static final int FRUITLESS = 3;

  private final SearchPages pages;
  private final SearchLimits limits;
  private final RecordFilter filter;
  private final Progress progress;

  /** Told of each range that is through, in ascending order. */
  interface Progress {
    void read(TimeRange range);

    /** Of this range, which is read apart from that, not all can be had. */
    void unreachable(UnreachableTies ties);

    /** Of this range the API keeps giving fewer records than it has by its own count. */
    void missing(TimeRange range, long total, long given);
  }

  ClosedRangeReader(
      SearchPages pages, SearchLimits limits, RecordFilter filter, Progress progress) {
    this.pages = pages;
    this.limits = limits;
    this.filter = filter;
    this.progress = progress;
  }

  /** Reads all of the range, in one piece or in several. */
  void read(TimeRange range) {
    Count distinct = new Count(filter);
    long before = -1;
    int fruitless = 0;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      long known = distinct.records();
      distinct.begin();
      PageSummary first = pages.read(range, 1, distinct);
      long total = total(first);
      if (pageCount(first, total) > limits.pages()) {
        tooMany(range, first, total);
        return;
      }
      boolean stable = readOthers(range, distinct, first, total);
      if (!stable || total != before) {
        // Who left since does not stand for somebody who was never seen.
        distinct.onlyNow();
      }
      if (stable && distinct.records() >= total) {
        progress.read(range);
        return;
      }
      before = stable ? total : -1;
      fruitless = stable && distinct.records() == known ? fruitless + 1 : 0;
      if (fruitless == FRUITLESS) {
        progress.missing(range, total, distinct.records());
        progress.read(range);
        return;
      }
    }
    if (isFinest(range)) {
      throw TapException.streamFailed(
          "the records updated at %s kept changing while they were read; run again"
              .formatted(Timestamps.format(range.from())),
          null);
    }
    halve(range);
  }

  /** Whether the total stayed the same up to the last page. */
  private boolean readOthers(TimeRange range, Count distinct, PageSummary first, long total) {
    int read = first.records();
    PageSummary page = first;
    for (int number = 2; goesOn(page, read, total); number++) {
      page = pages.read(range, number, distinct);
      read += page.records();
      if (total(page) != total) {
        return false;
      }
    }
    return true;
  }

  private boolean goesOn(PageSummary page, int read, long total) {
    if (page.records() == 0) {
      return false;
    }
    return total >= 0 ? read < total : page.more().orElse(page.records() >= limits.pageSize());
  }

  private void tooMany(TimeRange range, PageSummary first, long total) {
    if (!isFinest(range)) {
      halve(range);
      return;
    }
    for (int number = 2; number <= limits.pages(); number++) {
      pages.read(range, number, filter);
    }
    progress.unreachable(
        new UnreachableTies(range, total, (long) first.records() * limits.pages()));
    progress.read(range);
  }

  private void halve(TimeRange range) {
    Duration half = Duration.ofMillis(Duration.between(range.from(), range.to()).toMillis() / 2);
    Instant middle = range.from().plus(half);
    read(new TimeRange(range.from(), middle));
    read(new TimeRange(middle, range.to()));
  }

  private static boolean isFinest(TimeRange range) {
    return Duration.between(range.from(), range.to()).toMillis() < 2;
  }

  private static long total(PageSummary page) {
    return page.total().orElse(-1);
  }

  private static long pageCount(PageSummary first, long total) {
    return first.records() == 0 ? 0 : (total + first.records() - 1) / first.records();
  }

  /** Counts distinct records on their way to the real filter. */
  private static final class Count implements RecordFilter {
    private final RecordFilter filter;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> idsNow = new HashSet<>();
    private int keyless;

    Count(RecordFilter filter) {
      this.filter = filter;
    }

    @Override
    public boolean accept(String id, Optional<Instant> updatedAt) {
      if (id == null) {
        keyless++;
      } else {
        ids.add(id);
        idsNow.add(id);
      }
      return filter.accept(id, updatedAt);
    }

    /** A reading begins. */
    void begin() {
      idsNow.clear();
      keyless = 0;
    }

    /** Counts what the last reading gave alone. */
    void onlyNow() {
      ids.retainAll(idsNow);
    }

    long records() {
      return ids.size() + (long) keyless;
    }
  }
}

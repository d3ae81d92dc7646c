package io.github.tapkustomer.read;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Plural;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.RecordFilter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a past range by page numbers, whatever the order of its records. That is safe only while
 * nothing enters or leaves the range: its {@code total} must stay the same from the first page to
 * the last, and as many distinct records must come; otherwise it is read again. Ties can come in
 * another order each time, so several readings count together while the total stays the same. A
 * range with more pages than the API gives must be split.
 */
public final class PageNumberReader implements WindowReader {
  /** Kustomer's documentation: a query gives no page beyond this one. */
  public static final int MOST_PAGES = 100;

  private static final int ATTEMPTS = 12;

  /** After so many readings without anything new, reading stops, even if the API gives no total. */
  private static final int FRUITLESS = 3;

  private final SizedPages pages;
  private final int mostPages;
  private final Instant settled;
  private final boolean tellsShortfall;

  /**
   * A reader of one search.
   *
   * @param mostPages how many pages a query gives
   * @param settled records updated since then can still turn up late, so a range of several pages
   *     is split here
   */
  public PageNumberReader(SizedPages pages, int mostPages, Instant settled) {
    this(pages, mostPages, settled, true);
  }

  private PageNumberReader(
      SizedPages pages, int mostPages, Instant settled, boolean tellsShortfall) {
    this.tellsShortfall = tellsShortfall;
    this.pages = requireNonNull(pages, "pages");
    this.mostPages = mostPages;
    this.settled = requireNonNull(settled, "settled");
  }

  /** A reader for a range that is counted elsewhere, so that a shortfall is no gap of its own. */
  public static PageNumberReader ofCounted(SizedPages pages, Instant settled) {
    return new PageNumberReader(pages, MOST_PAGES, settled, false);
  }

  /** Reads the whole range, or says where to split it. */
  @Override
  public Step step(TimeRange rest, RecordFilter seen) {
    while (true) {
      int size = pages.size();
      try {
        return new Reading(rest, size, seen).read();
      } catch (ApiException tooLarge) {
        pages.shrink(size, tooLarge);
      }
    }
  }

  /** The readings of one range with one page size. */
  private final class Reading {
    private final TimeRange range;
    private final int size;
    private final Distinct distinct;
    private Optional<Instant> newest = Optional.empty();
    private int pagesRead;
    private long total;
    private boolean stable;

    Reading(TimeRange range, int size, RecordFilter seen) {
      this.range = range;
      this.size = size;
      this.distinct = new Distinct(seen);
    }

    Step read() {
      long before = -1;
      int fruitless = 0;
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        long known = distinct.records();
        distinct.begin();
        if (!readOnce()) {
          return tooMany();
        }
        if (!stable || total != before) {
          // A record that has left cannot make up for one that never came.
          distinct.onlyNow();
        }
        boolean nothingNew = attempt > 1 && stable && distinct.records() == known;
        boolean whole = total < 0 ? pagesRead == 1 : distinct.records() >= total;
        if (stable && whole) {
          return through(List.of());
        }
        before = stable ? total : -1;
        fruitless = nothingNew ? fruitless + 1 : 0;
        if (fruitless == FRUITLESS) {
          return through(total < 0 || !tellsShortfall ? List.of() : List.of(missing()));
        }
      }
      if (range.isSingleMoment()) {
        throw TapException.streamFailed(
            "the records updated at %s kept changing while they were read; run again"
                .formatted(Timestamps.format(range.from())),
            null);
      }
      return Step.split(range.from(), range.middle());
    }

    private Step through(List<Gap> gaps) {
      return Step.to(range.to()).withNewest(newest).withGaps(gaps);
    }

    /** Reads the pages one by one; returns whether there were no more than the API gives. */
    private boolean readOnce() {
      long read = 0;
      stable = true;
      total = -1;
      for (pagesRead = 1; ; pagesRead++) {
        PageSummary page = pages.read(range, pagesRead, size, distinct);
        newest = Step.later(newest, page.last());
        read += page.records();
        long told = page.total().orElse(-1);
        // A total that the links or the records exceed counts something else, such as the page.
        told = told < read || told == read && page.more().orElse(false) ? -1 : told;
        stable &= pagesRead == 1 || told == total;
        total = told;
        if (!stable) {
          return true;
        }
        if (pagesRead == 1 && page.records() > 0 && isTooWide(page, told)) {
          return false;
        }
        if (!goesOn(page, read)) {
          return true;
        }
        if (pagesRead == mostPages || isUnsettled()) {
          return false;
        }
      }
    }

    private boolean isTooWide(PageSummary first, long told) {
      return (told + first.records() - 1) / first.records() > mostPages;
    }

    /** Whether records can still enter a part of the range. */
    private boolean isUnsettled() {
      return mostPages > 1 && range.from().isBefore(settled) && range.contains(settled);
    }

    private boolean goesOn(PageSummary page, long read) {
      if (page.records() == 0) {
        return false;
      }
      return page.more().orElse(false)
          || (total >= 0 ? read < total : page.more().isEmpty() && page.records() >= size);
    }

    /** Splits the range; of a single moment, reads as much as the API gives. */
    private Step tooMany() {
      if (!range.isSingleMoment()) {
        Instant at = isUnsettled() ? settled : range.middle();
        return Step.split(range.from(), at).withNewest(newest);
      }
      for (int number = pagesRead + 1; number <= mostPages; number++) {
        pages.read(range, number, size, distinct);
      }
      return through(
          List.of(
              new Gap(
                  range,
                  "%s records share updated_at %s, of which the API gives only the first %d"
                      .formatted(
                          total < 0 ? "too many" : String.valueOf(total),
                          Timestamps.format(range.from()),
                          (long) size * mostPages))));
    }

    private Gap missing() {
      return new Gap(
          range,
          "the API has %s updated between %s and %s, but gives only %d"
              .formatted(
                  Plural.of(total, "record"),
                  Timestamps.format(range.from()),
                  Timestamps.format(range.to()),
                  distinct.records()));
    }
  }

  /** Counts distinct records on their way to the real filter. */
  private static final class Distinct implements RecordFilter {
    private final RecordFilter filter;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> idsNow = new HashSet<>();
    private int keyless;

    Distinct(RecordFilter filter) {
      this.filter = filter;
    }

    @Override
    public boolean accept(@Nullable String id, Optional<Instant> updatedAt) {
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

    /** From now on counts only what the last reading gave. */
    void onlyNow() {
      ids.retainAll(idsNow);
    }

    long records() {
      return ids.size() + (long) keyless;
    }
  }
}

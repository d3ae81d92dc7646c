package io.github.tapkustomer.plan;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.plan.PlannedWindow.Turn;
import io.github.tapkustomer.read.RangeCount;
import io.github.tapkustomer.read.WindowReader;
import io.github.tapkustomer.read.page.SearchPages;
import java.util.List;
import java.util.OptionalLong;

/**
 * A range whose records the API counts.
 *
 * @param counts what was read of each window in it
 * @param pages where to ask for the API's count
 * @param reader reads it
 * @param recheck reads it again if too few records came, whatever their order; the same as the
 *     reader once it has
 */
public record CountedRange(
    TimeRange range,
    List<RangeCount> counts,
    SearchPages pages,
    WindowReader reader,
    WindowReader recheck) {
  public CountedRange {
    requireNonNull(range, "range");
    counts = List.copyOf(counts);
    requireNonNull(pages, "pages");
    requireNonNull(reader, "reader");
    requireNonNull(recheck, "recheck");
  }

  /** Whether it has been read a second time. */
  public boolean isReadAgain() {
    return reader == recheck;
  }

  /** Distinct records that were read. */
  public long given() {
    return counts.stream().mapToLong(RangeCount::given).sum();
  }

  /** Whether what was read proves by itself that nothing is missing. */
  public boolean isProved() {
    return !isReadAgain() && counts.stream().allMatch(RangeCount::isProved);
  }

  /** How many records the API counts; costs a search. */
  public OptionalLong ask() {
    return pages.count(range);
  }

  /** The same range, to be read again. */
  public CountedRange toReadAgain() {
    return new CountedRange(range, List.of(new RangeCount(range)), pages, recheck, recheck);
  }

  /** The whole range as one window. */
  public PlannedWindow window() {
    return new PlannedWindow(Quota.SEARCH, range, reader, Turn.ANY, counts.get(0));
  }
}

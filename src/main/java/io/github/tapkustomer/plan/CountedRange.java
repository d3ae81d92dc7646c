package io.github.tapkustomer.plan;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.plan.PlannedWindow.Turn;
import io.github.tapkustomer.read.RangeCount;
import io.github.tapkustomer.read.WindowReader;
import io.github.tapkustomer.read.page.SearchPages;
import java.util.OptionalLong;

/**
 * A range of which the API says how many records it has.
 *
 * @param count what was read of it
 * @param pages where its count is asked for
 * @param reader reads it
 * @param recheck reads it once more where it gave too little, whatever the order of its records;
 *     the same as the reader where it was read once more already
 */
public record CountedRange(
    RangeCount count, SearchPages pages, WindowReader reader, WindowReader recheck) {
  public CountedRange {
    requireNonNull(count, "count");
    requireNonNull(pages, "pages");
    requireNonNull(reader, "reader");
    requireNonNull(recheck, "recheck");
  }

  /** Whether it was read once more already. */
  public boolean again() {
    return reader == recheck;
  }

  /** How many records the API counts; costs a search. */
  public OptionalLong ask() {
    return pages.count(count.range());
  }

  /** The same, to be read once more. */
  public CountedRange anew() {
    return new CountedRange(new RangeCount(count.range()), pages, recheck, recheck);
  }

  /** All of it as one window. */
  public PlannedWindow window() {
    return new PlannedWindow(count.range(), reader, Turn.ANY, count);
  }

  boolean covers(TimeRange range, WindowReader by) {
    return reader == by && count.range().overlap(range).isPresent();
  }
}

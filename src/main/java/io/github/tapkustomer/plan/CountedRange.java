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
 * @param reader reads it once more, should it have to
 * @param again whether it was read once more already
 */
public record CountedRange(
    RangeCount count, SearchPages pages, WindowReader reader, boolean again) {
  public CountedRange {
    requireNonNull(count, "count");
    requireNonNull(pages, "pages");
    requireNonNull(reader, "reader");
  }

  /** How many records the API counts; costs a search. */
  public OptionalLong ask() {
    return pages.count(count.range());
  }

  /** The same, to be read once more. */
  public CountedRange anew() {
    return new CountedRange(new RangeCount(count.range()), pages, reader, true);
  }

  /** All of it as one window. */
  public PlannedWindow window() {
    return new PlannedWindow(count.range(), reader, Turn.ANY, count);
  }

  boolean covers(TimeRange range, WindowReader by) {
    return reader == by && count.range().overlap(range).isPresent();
  }
}

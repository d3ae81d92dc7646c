package io.github.tapkustomer.sync;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.paging.RangeCount;
import io.github.tapkustomer.paging.SearchPages;
import io.github.tapkustomer.paging.SearchWindow;
import io.github.tapkustomer.paging.WindowReader;
import io.github.tapkustomer.sync.SearchPart.Turn;
import java.util.OptionalLong;

/**
 * A range of which the API says how many records it has.
 *
 * @param counting asks for small pages
 * @param reader reads it once more, should it have to
 * @param again whether it was read once more already
 */
record CountedRange(RangeCount count, SearchPages counting, WindowReader reader, boolean again) {

  /** How many records the API counts; costs a search. */
  OptionalLong ask() {
    return counting.read(count.range(), 1, (id, updatedAt) -> false).total();
  }

  /** The same, to be read once more. */
  CountedRange anew() {
    return new CountedRange(new RangeCount(count.range()), counting, reader, true);
  }

  boolean overlaps(TimeRange other) {
    return other.from().isBefore(count.range().to()) && count.range().from().isBefore(other.to());
  }

  /** All of it as one part. */
  SearchPart part() {
    return new SearchPart(new SearchWindow(count.range(), count), reader, Turn.ANY);
  }
}

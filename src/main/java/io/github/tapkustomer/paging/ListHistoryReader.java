package io.github.tapkustomer.paging;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import java.util.List;
import java.util.Optional;

/** Reads what a window holds out of a list of everything, in a single step. */
public final class ListHistoryReader implements WindowReader {
  private final ListReader list;
  private final List<String> passes;

  public ListHistoryReader(ListReader list, List<String> passes) {
    this.list = requireNonNull(list, "list");
    this.passes = List.copyOf(passes);
  }

  @Override
  public void step(SearchWindow window, ReadingListener listener) {
    TimeRange range = window.remaining().orElseThrow();
    list.read(passes, range.from(), Optional.of(range.to()));
    window.advance(range.to());
    listener.moved();
  }
}

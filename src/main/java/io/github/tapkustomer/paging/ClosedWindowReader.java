package io.github.tapkustomer.paging;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.Timestamps;

/** Reads a window by closed ranges, whatever the order of its records. */
public final class ClosedWindowReader implements WindowReader {
  private final SearchPages pages;
  private final SearchLimits limits;

  public ClosedWindowReader(SearchPages pages, SearchLimits limits) {
    this.pages = requireNonNull(pages, "pages");
    this.limits = requireNonNull(limits, "limits");
  }

  /** Reads all that is left of the window; its position moves range by range. */
  @Override
  public void step(SearchWindow window, ReadingListener listener) {
    read(window.remaining().orElseThrow(), window, listener);
  }

  /** Reads a range that the window begins with. */
  void read(TimeRange range, SearchWindow window, ReadingListener listener) {
    var progress =
        new ClosedRangeReader.Progress() {
          @Override
          public void read(TimeRange part) {
            window.seen().keepFrom(part.to());
            window.advance(part.to());
            listener.moved();
          }

          @Override
          public void unreachable(UnreachableTies ties) {
            listener.unreachable(ties);
          }

          @Override
          public void missing(TimeRange part, long total, long given) {
            listener.refused(
                part,
                "the API has %d records updated between %s and %s, but gives only %d"
                    .formatted(
                        total,
                        Timestamps.format(part.from()),
                        Timestamps.format(part.to()),
                        given));
          }
        };
    new ClosedRangeReader(pages, limits, window.seen(), progress).read(range);
  }
}

package io.github.tapkustomer.plan;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ranges of time that a stream has to read, from its bookmark.
 *
 * @param startDate where a first sync starts
 * @param until what is updated later belongs to the next run
 * @param lookback how far before the bookmark an incremental read starts, since the index lags
 * @param window the widest range of one query, if one is set
 */
public record RangesToRead(
    Instant startDate, Instant until, Duration lookback, Optional<Duration> window) {
  /** Ascending, disjoint, none wider than the window; empty if nothing is left to read. */
  public List<TimeRange> of(Bookmark bookmark) {
    List<TimeRange> ranges = new ArrayList<>();
    if (bookmark.unfinished().isPresent()) {
      Unfinished unfinished = bookmark.unfinished().get();
      unfinished.remaining().forEach(range -> range.before(until).ifPresent(ranges::add));
      TimeRange.of(unfinished.until().minus(lookback), until).ifPresent(ranges::add);
    } else {
      Instant from = bookmark.updatedAt().map(at -> at.minus(lookback)).orElse(startDate);
      TimeRange.of(from, until).ifPresent(ranges::add);
    }
    return TimeRange.merge(ranges).stream().flatMap(range -> cut(range).stream()).toList();
  }

  private List<TimeRange> cut(TimeRange range) {
    List<TimeRange> parts = new ArrayList<>();
    TimeRange rest = range;
    while (window.isPresent() && rest.contains(rest.from().plus(window.get()))) {
      List<TimeRange> split = rest.splitAt(rest.from().plus(window.get()));
      parts.add(split.get(0));
      rest = split.get(1);
    }
    parts.add(rest);
    return parts;
  }
}

package io.github.tapkustomer.sync;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What of time a search stream has to read, out of its bookmark.
 *
 * @param startDate where a first sync starts
 * @param until what is updated later belongs to the next run
 * @param lookback how far before the bookmark an incremental read starts, since the index lags
 * @param window the widest range of one query, where one is set
 */
record ReadingRanges(
    Instant startDate, Instant until, Duration lookback, Optional<Duration> window) {

  /** Ascending, apart from each other, none wider than the window; empty where all is read. */
  List<TimeRange> of(Bookmark bookmark) {
    List<TimeRange> ranges = new ArrayList<>();
    if (bookmark.unfinished().isPresent()) {
      Unfinished unfinished = bookmark.unfinished().get();
      unfinished.remaining().forEach(range -> add(ranges, range.from(), range.to()));
      add(ranges, unfinished.until().minus(lookback), until);
    } else {
      add(ranges, bookmark.updatedAt().map(at -> at.minus(lookback)).orElse(startDate), until);
    }
    return merge(ranges).stream().flatMap(range -> cut(range).stream()).toList();
  }

  /** What an interrupted run left, as far as it lies at or after {@code until}. */
  static List<TimeRange> behind(Instant until, Bookmark bookmark) {
    return bookmark.unfinished().stream()
        .flatMap(unfinished -> unfinished.remaining().stream())
        .filter(range -> range.to().isAfter(until))
        .map(range -> range.from().isBefore(until) ? new TimeRange(until, range.to()) : range)
        .toList();
  }

  private void add(List<TimeRange> ranges, Instant from, Instant to) {
    Instant end = to.isBefore(until) ? to : until;
    if (from.isBefore(end)) {
      ranges.add(new TimeRange(from, end));
    }
  }

  /** Joins what overlaps or touches. */
  static List<TimeRange> merge(List<TimeRange> ranges) {
    List<TimeRange> ascending = new ArrayList<>(ranges);
    ascending.sort(Comparator.comparing(TimeRange::from));
    List<TimeRange> merged = new ArrayList<>();
    for (TimeRange range : ascending) {
      TimeRange last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || range.from().isAfter(last.to())) {
        merged.add(range);
      } else if (range.to().isAfter(last.to())) {
        merged.set(merged.size() - 1, new TimeRange(last.from(), range.to()));
      }
    }
    return merged;
  }

  private List<TimeRange> cut(TimeRange range) {
    List<TimeRange> parts = new ArrayList<>();
    Instant from = range.from();
    while (window.isPresent() && from.plus(window.get()).isBefore(range.to())) {
      parts.add(new TimeRange(from, from.plus(window.get())));
      from = from.plus(window.get());
    }
    parts.add(new TimeRange(from, range.to()));
    return parts;
  }
}

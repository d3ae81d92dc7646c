package io.github.tapkustomer.paging;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A stretch of time of one stream that one reader works through, from its beginning on. Between two
 * steps it can give its far part away to another reader. Thread-safe.
 */
public final class SearchWindow {
  private static final Duration SHORTEST = Duration.ofSeconds(2);

  private final RangeCount count;
  private final SeenRecords seen;
  private Instant position;
  private Instant end;
  private OptionalLong pagesLeft = OptionalLong.empty();
  private Duration pageSpan = Duration.ZERO;

  public SearchWindow(TimeRange range) {
    this(range, new RangeCount(range));
  }

  /**
   * A window before its first step.
   *
   * @param count told of what is read
   */
  public SearchWindow(TimeRange range, RangeCount count) {
    this.count = requireNonNull(count, "count");
    this.seen = new SeenRecords(count);
    count.windowed();
    this.position = range.from();
    this.end = range.to();
  }

  /** What is still to be read; empty when all is out. */
  public synchronized Optional<TimeRange> remaining() {
    return !position.isBefore(end) ? Optional.empty() : Optional.of(new TimeRange(position, end));
  }

  /** Pages still to be read, as the last answer told; empty where none did. */
  public synchronized OptionalLong pagesLeft() {
    return pagesLeft;
  }

  /**
   * Gives away the later parts of what is left, all parts alike by the density seen so far.
   *
   * @param readers how many others could each take a part
   * @return the new windows; fewer where there is little to share
   */
  public synchronized List<SearchWindow> share(int readers) {
    Duration left = Duration.between(position, end);
    long pages = pagesLeft.orElse(0);
    long parts = Math.min(readers + 1L, pages);
    if (parts < 2 || left.compareTo(SHORTEST) < 0) {
      return List.of();
    }
    Duration expected = left;
    if (!pageSpan.isZero() && pages < left.dividedBy(pageSpan)) {
      expected = pageSpan.multipliedBy(pages);
    }
    long width = Math.max(1, expected.toMillis() / parts);
    List<SearchWindow> later = new ArrayList<>();
    for (long part = 1; part < parts; part++) {
      Instant from = position.plusMillis(width * part);
      Instant to = part == parts - 1 ? end : from.plusMillis(width);
      if (from.isBefore(end)) {
        later.add(new SearchWindow(new TimeRange(from, to.isBefore(end) ? to : end), count));
      }
    }
    end = later.isEmpty() ? end : position.plusMillis(width);
    pagesLeft = OptionalLong.of((pages + parts - 1) / parts);
    later.forEach(window -> window.pagesLeft = pagesLeft);
    return later;
  }

  /** What was read of the range that it is a part of. */
  public RangeCount count() {
    return count;
  }

  SeenRecords seen() {
    return seen;
  }

  /** Everything before the given time is out. */
  synchronized void advance(Instant to) {
    position = to;
  }

  /** What the last answer tells of the rest: its pages, and how much time a page spans. */
  synchronized void estimate(OptionalLong pagesLeft, Duration pageSpan) {
    this.pagesLeft = pagesLeft;
    this.pageSpan = pageSpan;
  }
}

package io.github.tapkustomer.paging;

import io.github.tapkustomer.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time of one stream that one reader works through, from its beginning on. Between two
 * steps it can give its far part away to another reader. Thread-safe.
 */
public final class SearchWindow {
  private static final Duration SHORTEST = Duration.ofSeconds(2);

  private final SeenRecords seen = new SeenRecords();
  private Instant position;
  private Instant end;
  private long pagesLeft;
  private Duration pageSpan = Duration.ZERO;

  public SearchWindow(TimeRange range) {
    this.position = range.from();
    this.end = range.to();
  }

  /** What is still to be read; empty when all is out. */
  public synchronized Optional<TimeRange> remaining() {
    return !position.isBefore(end) ? Optional.empty() : Optional.of(new TimeRange(position, end));
  }

  /** Pages still to be read, as the last answer told; 0 before the first. */
  public synchronized long pagesLeft() {
    return pagesLeft;
  }

  /**
   * Gives away the later half of what is left, by the density seen so far.
   *
   * @return the new window; empty where there is too little to share
   */
  public synchronized Optional<SearchWindow> split() {
    Duration left = Duration.between(position, end);
    if (pagesLeft < 2 || left.compareTo(SHORTEST) < 0) {
      return Optional.empty();
    }
    Duration expected = left;
    if (!pageSpan.isZero() && pagesLeft < left.dividedBy(pageSpan)) {
      expected = pageSpan.multipliedBy(pagesLeft);
    }
    Instant middle = position.plusMillis(Math.max(1, expected.toMillis() / 2));
    if (!middle.isBefore(end)) {
      return Optional.empty();
    }
    SearchWindow later = new SearchWindow(new TimeRange(middle, end));
    later.pagesLeft = pagesLeft - pagesLeft / 2;
    end = middle;
    pagesLeft /= 2;
    return Optional.of(later);
  }

  SeenRecords seen() {
    return seen;
  }

  /** Everything before the given time is out. */
  synchronized void advance(Instant to) {
    position = to;
  }

  /** What the last answer tells of the rest: its pages, and how much time a page spans. */
  synchronized void estimate(long pagesLeft, Duration pageSpan) {
    this.pagesLeft = pagesLeft;
    this.pageSpan = pageSpan;
  }
}

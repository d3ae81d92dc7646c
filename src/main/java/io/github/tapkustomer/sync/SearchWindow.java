package io.github.tapkustomer.sync;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.plan.PlannedWindow;
import io.github.tapkustomer.plan.PlannedWindow.Turn;
import io.github.tapkustomer.read.RangeCount;
import io.github.tapkustomer.read.SeenRecords;
import io.github.tapkustomer.read.Step;
import io.github.tapkustomer.read.WindowReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A range of time of one stream that one worker reads from its start. Between two steps it can give
 * away its later part. Thread-safe.
 */
final class SearchWindow {
  private static final Duration SHORTEST = Duration.ofSeconds(2);

  private final Quota quota;
  private final WindowReader reader;
  private final Turn turn;
  private final RangeCount count;
  private final SeenRecords seen;
  private boolean begun;
  private Instant position;
  private Instant end;
  private OptionalLong pagesLeft = OptionalLong.empty();
  private Duration pageSpan = Duration.ZERO;

  SearchWindow(PlannedWindow planned) {
    this(
        planned.quota(),
        planned.range(),
        planned.reader(),
        planned.turn(),
        planned.count(),
        new SeenRecords(planned.count()));
  }

  private SearchWindow(
      Quota quota,
      TimeRange range,
      WindowReader reader,
      Turn turn,
      RangeCount count,
      SeenRecords seen) {
    this.quota = quota;
    this.reader = reader;
    this.turn = turn;
    this.count = count;
    this.seen = seen;
    this.position = range.from();
    this.end = range.to();
  }

  Quota quota() {
    return quota;
  }

  Turn turn() {
    return turn;
  }

  /** What is still to be read; empty when done. */
  synchronized Optional<TimeRange> rest() {
    return TimeRange.of(position, end);
  }

  /** Pages still to be read, by the last answer's count; empty if it gave none. */
  synchronized OptionalLong pagesLeft() {
    return pagesLeft;
  }

  /** Reads a little further; the window moves when the step is applied. */
  Step read() {
    return reader.step(rest().orElseThrow(), seen);
  }

  /**
   * Moves to where a step has read.
   *
   * @return the later part, if the step says that the rest must be split
   */
  synchronized Optional<SearchWindow> apply(Step step) {
    position = step.readTo();
    pagesLeft = step.pagesLeft();
    pageSpan = step.pageSpan();
    seen.keepFrom(position);
    if (!begun) {
      begun = true;
      count.begun(step.total(), rest().isEmpty());
    }
    return step.splitAt().map(this::cut);
  }

  private SearchWindow cut(Instant at) {
    TimeRange later = new TimeRange(at, end);
    end = at;
    return part(later);
  }

  private SearchWindow part(TimeRange range) {
    SearchWindow part =
        new SearchWindow(quota, range, reader, turn, count, seen.splitAt(range.from()));
    part.begun = true;
    return part;
  }

  /**
   * Gives away the later parts of what is left, in equal parts by the density seen so far.
   *
   * @param readers how many others could each take a part
   * @return the new windows; fewer if there is little to share
   */
  synchronized List<SearchWindow> share(int readers) {
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
      TimeRange.of(from, to)
          .flatMap(range -> range.before(end))
          .ifPresent(range -> later.add(part(range)));
    }
    end = later.isEmpty() ? end : position.plusMillis(width);
    pagesLeft = OptionalLong.of((pages + parts - 1) / parts);
    later.forEach(window -> window.pagesLeft = pagesLeft);
    return later;
  }
}

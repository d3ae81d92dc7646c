package io.github.tapkustomer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A range of time.
 *
 * @param from its first instant
 * @param to the first instant after it, later than {@code from}
 */
public record TimeRange(Instant from, Instant to) {
  public TimeRange {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("from: must be before to, was " + from + ", " + to);
    }
  }

  /** The range, or nothing where it would be empty. */
  public static Optional<TimeRange> of(Instant from, Instant to) {
    return from.isBefore(to) ? Optional.of(new TimeRange(from, to)) : Optional.empty();
  }

  /** A single moment: one of Kustomer's milliseconds, or a nanosecond if the time is finer. */
  public static TimeRange at(Instant moment) {
    return new TimeRange(
        moment, moment.getNano() % 1_000_000 == 0 ? moment.plusMillis(1) : moment.plusNanos(1));
  }

  public boolean contains(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /** The part of this range that lies in the other. */
  public Optional<TimeRange> overlap(TimeRange other) {
    return of(later(from, other.from), earlier(to, other.to));
  }

  /** The part of this range before a time. */
  public Optional<TimeRange> before(Instant end) {
    return of(from, earlier(to, end));
  }

  /** The part of this range at or after a time. */
  public Optional<TimeRange> since(Instant start) {
    return of(later(from, start), to);
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  /** Whether it is too short to hold two different timestamps of Kustomer's. */
  public boolean isSingleMoment() {
    return length().toMillis() < 2;
  }

  /** The midpoint, a whole number of milliseconds after the start. */
  public Instant middle() {
    return from.plusMillis(length().toMillis() / 2);
  }

  /**
   * The parts before and after a time within it.
   *
   * @param at later than {@code from}, before {@code to}
   */
  public List<TimeRange> splitAt(Instant at) {
    return List.of(new TimeRange(from, at), new TimeRange(at, to));
  }

  /** In ascending order; ranges that overlap or touch are joined. */
  public static List<TimeRange> merge(List<TimeRange> ranges) {
    List<TimeRange> ascending = new ArrayList<>(ranges);
    ascending.sort(Comparator.comparing(TimeRange::from));
    List<TimeRange> merged = new ArrayList<>();
    for (TimeRange range : ascending) {
      TimeRange last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || range.from.isAfter(last.to)) {
        merged.add(range);
      } else {
        merged.set(merged.size() - 1, new TimeRange(last.from, later(last.to, range.to)));
      }
    }
    return merged;
  }

  /** From the start of the first to the end of the last. */
  public static Optional<TimeRange> hull(List<TimeRange> ranges) {
    return ranges.stream()
        .reduce((a, b) -> new TimeRange(earlier(a.from, b.from), later(a.to, b.to)));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}

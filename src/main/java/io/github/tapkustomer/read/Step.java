package io.github.tapkustomer.read;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.singer.ListPlace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one step of reading a time range came to.
 *
 * @param readTo everything in the range that was updated before this has been passed on, except for
 *     the gaps
 * @param newest the latest {@code updated_at} that was seen
 * @param total records of the range before the step, by the API's count; empty if it gives none
 * @param splitAt where to split the rest of the range, if no query can page through all of it
 * @param pagesLeft pages after {@code readTo}, by the API's count; empty if it gives none
 * @param pageSpan how much time the page covered; zero if that is not known
 * @param place how far a list was read that is not sorted by time
 * @param gaps what the API would not give
 */
public record Step(
    Instant readTo,
    Optional<Instant> newest,
    OptionalLong total,
    Optional<Instant> splitAt,
    OptionalLong pagesLeft,
    Duration pageSpan,
    Optional<ListPlace> place,
    List<Gap> gaps) {
  public Step {
    requireNonNull(readTo, "readTo");
    requireNonNull(newest, "newest");
    requireNonNull(total, "total");
    requireNonNull(splitAt, "splitAt");
    requireNonNull(pagesLeft, "pagesLeft");
    requireNonNull(pageSpan, "pageSpan");
    requireNonNull(place, "place");
    gaps = List.copyOf(gaps);
  }

  /** Everything before this time has been passed on. */
  static Step to(Instant readTo) {
    return new Step(
        readTo,
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Duration.ZERO,
        Optional.empty(),
        List.of());
  }

  /** Nothing has been passed on; the range must be split first. */
  static Step split(Instant from, Instant at) {
    return new Step(
        from,
        Optional.empty(),
        OptionalLong.empty(),
        Optional.of(at),
        OptionalLong.empty(),
        Duration.ZERO,
        Optional.empty(),
        List.of());
  }

  Step withNewest(Optional<Instant> seen) {
    return new Step(readTo, later(newest, seen), total, splitAt, pagesLeft, pageSpan, place, gaps);
  }

  Step withPages(OptionalLong counted, OptionalLong left, Duration span) {
    return new Step(readTo, newest, counted, splitAt, left, span, place, gaps);
  }

  Step withPlace(Optional<ListPlace> at) {
    return new Step(readTo, newest, total, splitAt, pagesLeft, pageSpan, at, gaps);
  }

  /** The same, with these gaps. */
  public Step withGaps(List<Gap> found) {
    return new Step(readTo, newest, total, splitAt, pagesLeft, pageSpan, place, found);
  }

  static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return one.isPresent() && other.isPresent()
        ? one.filter(at -> at.isAfter(other.get())).or(() -> other)
        : one.or(() -> other);
  }
}

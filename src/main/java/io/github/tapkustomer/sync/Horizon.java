package io.github.tapkustomer.sync;

import io.github.tapkustomer.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The age at which objects leave the search for the archive. It moves while a sync runs, and its
 * exact place is not documented, so a band around it is read from both sides, the search's side
 * first: what leaves the search after that was read there, and what had left it before is in the
 * archive by then.
 */
record Horizon(Instant place, Duration margin) {

  /**
   * Two years before now, as the documentation says.
   *
   * @param margin how far the band reaches to either side
   */
  static Horizon at(Instant now, Duration margin) {
    return new Horizon(now.atOffset(ZoneOffset.UTC).minusYears(2).toInstant(), margin);
  }

  /**
   * How a range is read.
   *
   * @param archived the parts that are surely in the archive alone
   * @param head the parts around the horizon, to be read from the search first
   * @param recent the parts that are surely in the search alone
   * @param again what is to be read from the archive once the head was read
   */
  record Parts(
      List<TimeRange> archived,
      List<TimeRange> head,
      List<TimeRange> recent,
      List<TimeRange> again) {

    /** The same for an archive that is read whole whatever is wanted of it: once, at the end. */
    Parts joined() {
      List<TimeRange> old = new ArrayList<>(archived);
      old.addAll(again);
      return new Parts(List.of(), head, recent, ReadingRanges.merge(old));
    }
  }

  Parts cut(List<TimeRange> ranges) {
    Instant first = place.minus(margin);
    Instant last = place.plus(margin);
    List<TimeRange> archived = new ArrayList<>();
    List<TimeRange> head = new ArrayList<>();
    List<TimeRange> recent = new ArrayList<>();
    for (TimeRange range : ranges) {
      overlap(range, Instant.MIN, first).ifPresent(archived::add);
      overlap(range, first, last).ifPresent(head::add);
      overlap(range, last, Instant.MAX).ifPresent(recent::add);
    }
    return new Parts(archived, head, recent, head);
  }

  private static Optional<TimeRange> overlap(TimeRange range, Instant from, Instant to) {
    Instant start = range.from().isAfter(from) ? range.from() : from;
    Instant end = range.to().isBefore(to) ? range.to() : to;
    return start.isBefore(end) ? Optional.of(new TimeRange(start, end)) : Optional.empty();
  }
}

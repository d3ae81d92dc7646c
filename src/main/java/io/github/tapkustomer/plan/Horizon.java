package io.github.tapkustomer.plan;

import io.github.tapkustomer.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

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
   * How ranges are read.
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
    /** What is read from the search. */
    List<TimeRange> searched() {
      List<TimeRange> searched = new ArrayList<>(head);
      searched.addAll(recent);
      return searched;
    }

    /**
     * The same for an archive that is read whole whatever is wanted of it: once, at the end, in one
     * range.
     */
    Parts joined() {
      return new Parts(List.of(), head, recent, TimeRange.hull(old()).stream().toList());
    }

    /** What is read from the archive. */
    List<TimeRange> old() {
      List<TimeRange> old = new ArrayList<>(archived);
      old.addAll(again);
      return old;
    }
  }

  Parts cut(List<TimeRange> ranges) {
    TimeRange band = new TimeRange(place.minus(margin), place.plus(margin));
    List<TimeRange> archived = new ArrayList<>();
    List<TimeRange> head = new ArrayList<>();
    List<TimeRange> recent = new ArrayList<>();
    for (TimeRange range : ranges) {
      range.before(band.from()).ifPresent(archived::add);
      range.overlap(band).ifPresent(head::add);
      range.since(band.to()).ifPresent(recent::add);
    }
    return new Parts(archived, head, recent, head);
  }
}

package io.github.tapkustomer.plan;

import io.github.tapkustomer.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The age at which objects leave the search for the archive. It moves during a sync, and its exact
 * place is not documented, so a band around it is read from both sides, the search first: whatever
 * leaves the search later was read there, and whatever left it before is in the archive by then.
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
   * How to read ranges.
   *
   * @param archived the parts that are certainly in the archive alone
   * @param head the parts around the horizon, to be read from the search first
   * @param recent the parts that are certainly in the search alone
   * @param again the parts to read from the archive once the head is done
   */
  record Parts(
      List<TimeRange> archived,
      List<TimeRange> head,
      List<TimeRange> recent,
      List<TimeRange> again) {
    /** What to read from the search. */
    List<TimeRange> searched() {
      List<TimeRange> searched = new ArrayList<>(head);
      searched.addAll(recent);
      return searched;
    }

    /** The same for an archive that can only be read whole: once, at the end, in one range. */
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

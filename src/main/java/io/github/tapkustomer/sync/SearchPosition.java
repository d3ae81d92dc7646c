package io.github.tapkustomer.sync;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import io.github.tapkustomer.singer.ListPlace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a stream that is read by time has come. Everything before the first unfinished range is
 * out; what is finished beyond it is noted apart, so that a resumed run does not read it again. Not
 * thread-safe.
 */
final class SearchPosition {
  /** Where nothing was updated for so long, the next run begins later than at the last update. */
  private static final Duration QUIET = Duration.ofDays(365);

  /** How far before the end of this run it begins then, on top of the lookback. */
  private static final Duration QUIET_MARGIN = Duration.ofDays(30);

  private final Instant until;

  /** What an earlier run left that goes further than this one. */
  private final List<TimeRange> later;

  /** Up to here the next run need not read again, but for what is noted. */
  private final Instant end;

  private final List<TimeRange> gaps = new ArrayList<>();

  /** The bookmark does not go back before this, though a range is read once more. */
  private Optional<Instant> reached;

  private Optional<Instant> newest;
  private Optional<ListPlace> place;

  /**
   * The position at the beginning of a run.
   *
   * @param before the bookmark in the state
   * @param until what is updated later belongs to the next run
   * @param certain the server's clock had surely come so far when the run began
   */
  SearchPosition(Bookmark before, Instant until, Instant certain) {
    this.until = until;
    this.later =
        before.unfinished().stream()
            .flatMap(unfinished -> unfinished.remaining().stream())
            .flatMap(range -> range.since(until).stream())
            .toList();
    this.end = before.unfinished().map(Unfinished::until).filter(until::isBefore).orElse(certain);
    this.newest = before.unfinished().flatMap(Unfinished::newest).or(before::updatedAt);
    this.reached = before.updatedAt();
    this.place = before.unfinished().flatMap(Unfinished::place);
  }

  /** Notes a record that was seen; no bookmark goes beyond the newest, nor beyond the run's end. */
  void seen(Instant updatedAt) {
    newest = laterOf(newest, updatedAt.isBefore(until) ? updatedAt : until);
  }

  /** Not all of this range could be read; it is read again next time. */
  void gap(TimeRange range) {
    gaps.add(range);
  }

  /** How far a long list was read. */
  void place(ListPlace at) {
    place = Optional.of(at);
  }

  /** Whether all that was read so far could be read whole. */
  boolean isWhole() {
    return gaps.isEmpty();
  }

  /**
   * The stream's bookmark.
   *
   * @param left what this run has still to read
   */
  Bookmark bookmark(List<TimeRange> left) {
    List<TimeRange> remaining = new ArrayList<>(left);
    remaining.addAll(gaps);
    remaining.addAll(later);
    if (remaining.isEmpty()) {
      reached = newest;
      return newest.map(this::whole).orElse(Bookmark.NONE);
    }
    List<TimeRange> ranges = TimeRange.merge(remaining);
    Instant low = ranges.get(0).from();
    Optional<Instant> updatedAt = newest.map(at -> at.isBefore(low) ? at : low);
    if (reached.isPresent()) {
      updatedAt = laterOf(updatedAt, reached.get());
    }
    return new Bookmark(updatedAt, Optional.of(new Unfinished(end, newest, ranges, place)));
  }

  private Bookmark whole(Instant at) {
    if (!at.isBefore(end.minus(QUIET))) {
      return Bookmark.at(at);
    }
    Unfinished nothing = new Unfinished(end.minus(QUIET_MARGIN), newest, List.of());
    return new Bookmark(newest, Optional.of(nothing));
  }

  private static Optional<Instant> laterOf(Optional<Instant> one, Instant other) {
    return Optional.of(one.isPresent() && one.get().isAfter(other) ? one.get() : other);
  }
}

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
 * How far a stream that is read by time has come. Everything before the first unfinished range has
 * been passed on; finished ranges after it are noted, so that a resumed run does not read them
 * again. Not thread-safe.
 */
final class SearchPosition {
  /** If nothing was updated for so long, the next run begins later than at the last update. */
  private static final Duration QUIET = Duration.ofDays(365);

  /** How far before the end of this run it begins then, in addition to the lookback. */
  private static final Duration QUIET_MARGIN = Duration.ofDays(30);

  private final Instant until;

  /** Ranges left by an earlier run that ended later than this one. */
  private final List<TimeRange> later;

  /** Up to here, the next run reads only the ranges that are noted. */
  private final Instant end;

  private final List<TimeRange> gaps = new ArrayList<>();

  /** The bookmark does not go back before this, even if a range is read again. */
  private Optional<Instant> reached;

  private Optional<Instant> newest;
  private Optional<ListPlace> place;

  /**
   * The position at the beginning of a run.
   *
   * @param before the bookmark in the state
   * @param until what is updated later belongs to the next run
   * @param certain the server's clock had certainly reached this when the run began
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

  /**
   * Notes a record's time. No bookmark goes beyond the newest one, nor beyond the end of the run.
   */
  void seen(Instant updatedAt) {
    newest = laterOf(newest, updatedAt.isBefore(until) ? updatedAt : until);
  }

  /** Notes a range that could not be read completely; the next run reads it again. */
  void gap(TimeRange range) {
    gaps.add(range);
  }

  /** Notes how far a long list was read. */
  void place(ListPlace at) {
    place = Optional.of(at);
  }

  /** Whether everything read so far could be read completely. */
  boolean isWhole() {
    return gaps.isEmpty();
  }

  /**
   * The stream's bookmark.
   *
   * @param left what this run still has to read
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

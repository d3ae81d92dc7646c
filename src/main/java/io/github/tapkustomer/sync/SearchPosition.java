package io.github.tapkustomer.sync;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a search stream has come. Everything before the first unfinished range is out; what is
 * finished beyond it is told apart, so that a resumed run does not read it again. Not thread-safe.
 */
final class SearchPosition {
  /** Where nothing was updated for so long, the next run begins later than at the last update. */
  private static final Duration QUIET = Duration.ofDays(365);

  /** How far before the end of this run it begins then, on top of the lookback. */
  private static final Duration QUIET_MARGIN = Duration.ofDays(30);

  private final Instant until;

  /** What an earlier run left that goes further than this one. */
  private final List<TimeRange> later;

  /** The end of that run, or of this one. */
  private final Instant end;

  private final List<TimeRange> unread = new ArrayList<>();

  /** The bookmark does not go back before this, though a range is read once more. */
  private Optional<Instant> reached;

  private Optional<Instant> newest;

  /**
   * A run's beginning.
   *
   * @param before the bookmark in the state
   * @param until what is updated later belongs to the next run
   */
  SearchPosition(Bookmark before, Instant until) {
    this.until = until;
    this.later = ReadingRanges.behind(until, before);
    this.end = before.unfinished().map(Unfinished::until).filter(until::isBefore).orElse(until);
    this.newest = before.unfinished().flatMap(Unfinished::newest).or(before::updatedAt);
    this.reached = before.updatedAt();
  }

  /**
   * Notes the newest record seen, beyond which no bookmark goes. A list gives also what this run
   * leaves to the next; the bookmark does not go there.
   */
  void seen(Instant updatedAt) {
    newest = laterOf(newest, updatedAt.isBefore(until) ? updatedAt : until);
  }

  /** Not all of this range could be read; it is read again next time. */
  void unread(TimeRange range) {
    unread.add(range);
  }

  /** Whether all that was read so far could be read whole. */
  boolean isWhole() {
    return unread.isEmpty();
  }

  /**
   * The stream's bookmark.
   *
   * @param left what this run has still to read
   */
  Bookmark bookmark(List<TimeRange> left) {
    List<TimeRange> remaining = new ArrayList<>(left);
    remaining.addAll(unread);
    remaining.addAll(later);
    if (remaining.isEmpty()) {
      reached = newest;
      return newest.map(this::whole).orElse(Bookmark.NONE);
    }
    List<TimeRange> ranges = ReadingRanges.merge(remaining);
    Instant low = ranges.get(0).from();
    Optional<Instant> updatedAt = newest.map(at -> at.isBefore(low) ? at : low);
    if (reached.isPresent()) {
      updatedAt = laterOf(updatedAt, reached.get());
    }
    return new Bookmark(updatedAt, Optional.of(new Unfinished(end, newest, ranges)));
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

package io.github.tapkustomer.singer;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a stream has been read.
 *
 * @param updatedAt everything up to here is out, as far as it can be told by one timestamp
 * @param unfinished what an interrupted run had still to read, in order; absent after most whole
 *     runs
 */
public record Bookmark(Optional<Instant> updatedAt, Optional<Unfinished> unfinished) {
  /** Nothing read yet. */
  public static final Bookmark NONE = new Bookmark(Optional.empty(), Optional.empty());

  public Bookmark {
    requireNonNull(updatedAt, "updatedAt");
    requireNonNull(unfinished, "unfinished");
  }

  /** After a whole run. */
  public static Bookmark at(Instant updatedAt) {
    return new Bookmark(Optional.of(updatedAt), Optional.empty());
  }

  /**
   * An interrupted run, or a whole one of a stream that has been quiet for long.
   *
   * @param until everything updated before this was read, but for what remains
   * @param newest the newest record that is out, which the bookmark will name in the end; absent
   *     where none is
   * @param remaining the parts that are not out yet, ascending, disjoint
   * @param place how far the earliest part was read, where it is read out of a long list
   */
  public record Unfinished(
      Instant until,
      Optional<Instant> newest,
      List<TimeRange> remaining,
      Optional<ListPlace> place) {
    public Unfinished(Instant until, Optional<Instant> newest, List<TimeRange> remaining) {
      this(until, newest, remaining, Optional.empty());
    }

    public Unfinished {
      requireNonNull(until, "until");
      requireNonNull(newest, "newest");
      remaining = List.copyOf(remaining);
      requireNonNull(place, "place");
    }
  }
}

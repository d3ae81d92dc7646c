package io.github.tapkustomer.singer;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a stream has been read.
 *
 * @param updatedAt everything up to here has been written, as far as one timestamp can say it
 * @param unfinished what an interrupted run still had to read; usually empty after a complete run
 */
public record Bookmark(Optional<Instant> updatedAt, Optional<Unfinished> unfinished) {
  /** Nothing read yet. */
  public static final Bookmark NONE = new Bookmark(Optional.empty(), Optional.empty());

  public Bookmark {
    requireNonNull(updatedAt, "updatedAt");
    requireNonNull(unfinished, "unfinished");
  }

  /** The bookmark after a complete run. */
  public static Bookmark at(Instant updatedAt) {
    return new Bookmark(Optional.of(updatedAt), Optional.empty());
  }

  /**
   * What is left of an interrupted run, or of a complete one of a stream that has been quiet for
   * long.
   *
   * @param until everything updated before this was read, except for what remains
   * @param newest the newest record written, which the bookmark will name in the end; empty if
   *     there is none
   * @param remaining the parts not written yet, ascending, disjoint
   * @param place how far the earliest part was read, if it is read from a long list
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

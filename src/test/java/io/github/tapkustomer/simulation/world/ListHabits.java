package io.github.tapkustomer.simulation.world;

import java.time.Duration;

/**
 * How the lists of an organization behave.
 *
 * @param lag the longest time until a list shows a change
 * @param staleness how far a stale replica is behind; zero where there is none
 */
public record ListHabits(
    Total total, Order order, Movement movement, Duration lag, Duration staleness) {

  /** What {@code meta.total} counts. */
  public enum Total {
    EXACT,
    NONE,
    OF_PAGE
  }

  /** How a list is sorted. */
  public enum Order {
    OLDEST_FIRST,
    NEWEST_FIRST,
    CHANGED_LAST,
    CHANGED_FIRST
  }

  /** What moves while a list is read. */
  public enum Movement {
    NONE,
    GROWS,
    SHRINKS,
    /** Entries leave, enter and move, but only once in each run. */
    BURST
  }

  /** Whether a reader may doubt that it saw all of a list: not because new entries come. */
  public boolean mayBeUncertain() {
    boolean isShownAtOnce = lag.isZero() && staleness.isZero();
    return movement == Movement.SHRINKS || movement == Movement.BURST || !isShownAtOnce;
  }

  /** Whether a reader may give the list up, since no reading proves that it was whole. */
  public boolean mayBeGivenUp() {
    return movement == Movement.SHRINKS;
  }
}

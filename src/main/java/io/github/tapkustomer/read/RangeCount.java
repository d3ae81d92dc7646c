package io.github.tapkustomer.read;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What was read of a range, by however many readers, to be held against the API's own count of it.
 * Their parts are disjoint and pass each version once, so a counter is enough. Thread-safe.
 */
public final class RangeCount {
  private final TimeRange range;
  private final AtomicLong given = new AtomicLong();
  private volatile boolean readAtOnce;
  private volatile OptionalLong total = OptionalLong.empty();

  /**
   * A count of nothing yet.
   *
   * @param range records outside of it, such as the newest ones, do not count
   */
  public RangeCount(TimeRange range) {
    this.range = requireNonNull(range, "range");
  }

  /** Distinct records that were read. */
  public long given() {
    return given.get();
  }

  /**
   * The first step of reading it was made.
   *
   * @param told how many records the API counted then, with those that do not count here
   * @param whole whether the step read all of it and held its answers against their own total
   */
  public void begun(OptionalLong told, boolean whole) {
    total = told;
    readAtOnce = whole;
  }

  /**
   * Whether it is known without another question that all was read. Records only leave the range,
   * so who gave as many as there were at first has given all.
   */
  public boolean isProved() {
    return readAtOnce || total.isPresent() && total.getAsLong() == given();
  }

  void gave(Optional<Instant> updatedAt) {
    if (updatedAt.isEmpty() || updatedAt.get().isBefore(range.to())) {
      given.incrementAndGet();
    }
  }
}

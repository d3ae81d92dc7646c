package io.github.tapkustomer.read;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What was read of a range, by however many windows, to be held against the API's own count of it.
 * Windows are disjoint and pass each version once, so a counter is enough. Thread-safe.
 */
public final class RangeCount {
  private final TimeRange range;
  private final AtomicLong given = new AtomicLong();
  private final AtomicLong windows = new AtomicLong();
  private final AtomicLong steps = new AtomicLong();

  /**
   * A count of nothing yet.
   *
   * @param range records outside of it, such as the newest ones, do not count
   */
  public RangeCount(TimeRange range) {
    this.range = requireNonNull(range, "range");
  }

  public TimeRange range() {
    return range;
  }

  /** Distinct records that were read. */
  public long given() {
    return given.get();
  }

  /** A window of it was made. */
  public void windowed() {
    windows.incrementAndGet();
  }

  /** A window was read on. */
  public void stepped() {
    steps.incrementAndGet();
  }

  /** Each window was read in one step, which held its answers against their own {@code total}. */
  public boolean isSelfEvident() {
    return steps.get() <= windows.get();
  }

  void gave(Optional<Instant> updatedAt) {
    if (updatedAt.isEmpty() || updatedAt.get().isBefore(range.to())) {
      given.incrementAndGet();
    }
  }
}

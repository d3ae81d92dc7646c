package io.github.tapkustomer.paging;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What was read of a range, by however many windows, to be held against the API's own count of it.
 * Windows of one range are apart and let each version pass once, so that no set of ids is needed:
 * it would grow with the stream. Thread-safe.
 */
public final class RangeCount {
  private final TimeRange range;
  private final AtomicLong given = new AtomicLong();
  private final AtomicLong windows = new AtomicLong();
  private final AtomicLong steps = new AtomicLong();

  /**
   * A count that has not begun.
   *
   * @param range records outside of it, as those of late, do not count
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

  /** A window was read on. */
  public void stepped() {
    steps.incrementAndGet();
  }

  /** Each window was read in one step, which held its answers against their own {@code total}. */
  public boolean isSelfEvident() {
    return steps.get() <= windows.get();
  }

  void windowed() {
    windows.incrementAndGet();
  }

  void gave(Optional<Instant> updatedAt) {
    if (updatedAt.isEmpty() || updatedAt.get().isBefore(range.to())) {
      given.incrementAndGet();
    }
  }
}

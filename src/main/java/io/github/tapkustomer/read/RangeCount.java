package io.github.tapkustomer.read;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much was read of a range, by any number of readers, for comparison with the API's own count.
 * The readers' parts are disjoint and pass each version once, so a counter is enough. Thread-safe.
 */
public final class RangeCount {
  private final TimeRange range;
  private final AtomicLong given = new AtomicLong();
  private volatile boolean readAtOnce;
  private volatile OptionalLong total = OptionalLong.empty();

  /**
   * A count of zero.
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
   * Notes the first step of reading the range.
   *
   * @param told how many records the API counted then, including those that do not count here
   * @param whole whether the step read the whole range and checked it against the answers' total
   */
  public void begun(OptionalLong told, boolean whole) {
    total = told;
    readAtOnce = whole;
  }

  /**
   * Whether it is certain, without another request, that everything was read. Records only leave
   * the range, so a reader that gave as many as there were at first has given all.
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

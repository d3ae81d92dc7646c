package io.github.tapkustomer;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The local time when it was made, and from then on the time that passes: who sets the machine's
 * clock meanwhile neither stops nor hurries a run.
 */
final class SystemTimer implements Timer {
  static final Timer INSTANCE = new SystemTimer(Instant.now(), System::nanoTime);

  private final Instant start;
  private final LongSupplier nanos;
  private final long startNanos;

  /**
   * A clock that runs from now on.
   *
   * @param nanos counts them steadily, from anywhere
   */
  SystemTimer(Instant start, LongSupplier nanos) {
    this.start = start;
    this.nanos = nanos;
    this.startNanos = nanos.getAsLong();
  }

  @Override
  public Instant now() {
    return start.plusNanos(nanos.getAsLong() - startNanos);
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(duration.toNanos());
  }
}

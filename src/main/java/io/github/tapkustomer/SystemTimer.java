package io.github.tapkustomer;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The local time at its creation plus the time that has passed since: setting the machine's clock
 * neither stops nor speeds up a run.
 */
final class SystemTimer implements Timer {
  static final Timer INSTANCE = new SystemTimer(Instant.now(), System::nanoTime);

  private final Instant start;
  private final LongSupplier nanos;
  private final long startNanos;

  /**
   * A clock that starts now.
   *
   * @param nanos counts nanoseconds steadily, from any origin
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

package io.github.tapkustomer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.junit.jupiter.api.Test;

class SystemTimerTest {
  private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

  /** The count of a machine begins anywhere, and may pass the largest number. */
  @Test
  void countsFromWhenItWasMade() {
    AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    Timer timer = new SystemTimer(START, nanos::get);

    assertThat(timer.now()).isEqualTo(START);
    nanos.addAndGet(Duration.ofDays(3).toNanos());
    assertThat(timer.now()).isEqualTo("2026-11-27T09:00:00Z");
  }

  @Test
  void beginsAtTheLocalTime() {
    assertThat(Timer.system().now())
        .isCloseTo(Instant.now(), new TemporalUnitWithinOffset(1, ChronoUnit.HOURS));
  }
}

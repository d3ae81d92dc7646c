package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TickerTest {
  private final CountDownLatch running = new CountDownLatch(1);

  @Test
  void endsThoughItsTaskSwallowsTheInterrupt() throws Exception {
    Ticker ticker = Ticker.start(Clock.system(), Duration.ofMillis(1), this::swallow);
    running.await();
    ticker.close();

    assertThat(running.getCount()).isZero();
  }

  @Test
  void doesNothingMoreOnceItIsClosed() throws Exception {
    AtomicInteger ticks = new AtomicInteger();
    Ticker ticker =
        Ticker.start(
            Clock.system(),
            Duration.ofMillis(1),
            () -> {
              ticks.incrementAndGet();
              running.countDown();
            });
    running.await();
    ticker.close();
    int done = ticks.get();

    ticker.close();
    assertThat(ticks.get()).isEqualTo(done).isPositive();
  }

  @Test
  void doesNotFailTheWorkWhereItsTaskFails() throws Exception {
    Ticker ticker =
        Ticker.start(
            Clock.system(),
            Duration.ofMillis(1),
            () -> {
              running.countDown();
              throw new IllegalStateException("no terminal");
            });
    running.await();
    ticker.close();
  }

  /** Waits for the interrupt and forgets it. */
  private void swallow() {
    running.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException forgotten) {
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }
}

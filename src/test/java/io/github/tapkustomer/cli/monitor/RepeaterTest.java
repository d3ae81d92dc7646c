package io.github.tapkustomer.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.Timer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RepeaterTest {
  private final CountDownLatch running = new CountDownLatch(1);

  @Test
  void endsEvenIfItsTaskSwallowsTheInterrupt() throws Exception {
    Repeater repeater = Repeater.start(Timer.system(), Duration.ofMillis(1), this::swallow);
    running.await();
    repeater.close();

    assertThat(running.getCount()).isZero();
  }

  @Test
  void doesNothingMoreOnceItIsClosed() throws Exception {
    AtomicInteger ticks = new AtomicInteger();
    Repeater repeater =
        Repeater.start(
            Timer.system(),
            Duration.ofMillis(1),
            () -> {
              ticks.incrementAndGet();
              running.countDown();
            });
    running.await();
    repeater.close();
    int done = ticks.get();

    repeater.close();
    assertThat(ticks.get()).isEqualTo(done).isPositive();
  }

  @Test
  void doesNotFailTheWorkIfItsTaskFails() throws Exception {
    AtomicInteger ticks = new AtomicInteger();
    Repeater repeater =
        Repeater.start(
            Timer.system(),
            Duration.ofMillis(1),
            () -> {
              ticks.incrementAndGet();
              running.countDown();
              throw new IllegalStateException("no terminal");
            });
    running.await();
    repeater.close();

    assertThat(ticks.get()).isOne();
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

package io.github.tapkustomer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.FakeClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopwatchTest {
  private final FakeClock clock = new FakeClock();
  private final Stopwatch watch = new Stopwatch(clock);

  @Test
  void leavesOutPauses() {
    clock.advance(Duration.ofSeconds(1));
    watch.pause();
    clock.advance(Duration.ofSeconds(2));
    watch.pause();
    watch.resume();
    watch.resume();
    clock.advance(Duration.ofSeconds(4));

    assertThat(watch.elapsed()).hasSeconds(5);
  }
}

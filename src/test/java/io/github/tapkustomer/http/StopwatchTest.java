package io.github.tapkustomer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.FakeTimer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopwatchTest {
  private final FakeTimer timer = new FakeTimer();
  private final Stopwatch watch = new Stopwatch(timer);

  @Test
  void leavesOutPauses() {
    timer.advance(Duration.ofSeconds(1));
    watch.pause();
    timer.advance(Duration.ofSeconds(2));
    watch.pause();
    watch.resume();
    watch.resume();
    timer.advance(Duration.ofSeconds(4));

    assertThat(watch.elapsed()).hasSeconds(5);
  }
}

package io.github.tapkustomer.http;

import io.github.tapkustomer.Clock;
import java.time.Duration;

/** Time that passes, but for pauses, and whatever a clock is set to. Not thread-safe. */
final class Stopwatch {
  private final Clock clock;
  private Duration before = Duration.ZERO;
  private Duration since;
  private boolean paused;

  /** A watch that runs from now on. */
  Stopwatch(Clock clock) {
    this.clock = clock;
    this.since = clock.running();
  }

  void pause() {
    before = elapsed();
    paused = true;
  }

  void resume() {
    before = elapsed();
    since = clock.running();
    paused = false;
  }

  /** How long it has run. */
  Duration elapsed() {
    return paused ? before : before.plus(clock.running()).minus(since);
  }
}

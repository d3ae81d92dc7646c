package io.github.tapkustomer.http;

import io.github.tapkustomer.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time that passes, but for pauses. Not thread-safe. */
final class Stopwatch {
  private final Clock clock;
  private Duration before = Duration.ZERO;
  private Instant since;
  private boolean paused;

  /** A watch that runs from now on. */
  Stopwatch(Clock clock) {
    this.clock = clock;
    this.since = clock.now();
  }

  void pause() {
    before = elapsed();
    paused = true;
  }

  void resume() {
    before = elapsed();
    since = clock.now();
    paused = false;
  }

  /** How long it has run. */
  Duration elapsed() {
    return paused ? before : before.plus(Duration.between(since, clock.now()));
  }
}

package io.github.tapkustomer.http;

import io.github.tapkustomer.Timer;
import java.time.Duration;
import java.time.Instant;

/** Measures time, except for pauses. Not thread-safe. */
final class Stopwatch {
  private final Timer timer;
  private Duration before = Duration.ZERO;
  private Instant since;
  private boolean paused;

  /** A watch that runs from now on. */
  Stopwatch(Timer timer) {
    this.timer = timer;
    this.since = timer.now();
  }

  void pause() {
    before = elapsed();
    paused = true;
  }

  void resume() {
    before = elapsed();
    since = timer.now();
    paused = false;
  }

  /** How long it has run. */
  Duration elapsed() {
    return paused ? before : before.plus(Duration.between(since, timer.now()));
  }
}

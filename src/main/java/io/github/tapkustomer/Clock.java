package io.github.tapkustomer;

import java.time.Duration;
import java.time.Instant;

/** The one place that knows the time and waits, so that tests move time instead of sleeping. */
public interface Clock {
  /** The local time. */
  Instant now();

  /** Waits; a duration of zero or less returns at once. */
  void sleep(Duration duration) throws InterruptedException;

  /** Time since a moment of its own: nobody sets it, and a machine's sleep may not count. */
  default Duration running() {
    return Duration.between(Instant.EPOCH, now());
  }

  default long millis() {
    return now().toEpochMilli();
  }

  static Clock system() {
    return SystemClock.INSTANCE;
  }
}

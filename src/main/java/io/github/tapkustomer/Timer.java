package io.github.tapkustomer;

import java.time.Duration;
import java.time.Instant;

/** The only place that tells the time and waits, so that tests move time instead of sleeping. */
public interface Timer {
  /** The local time. It never goes back, even if somebody sets the clock during a run. */
  Instant now();

  /** Waits; a duration of zero or less returns at once. */
  void sleep(Duration duration) throws InterruptedException;

  default long millis() {
    return now().toEpochMilli();
  }

  static Timer system() {
    return SystemTimer.INSTANCE;
  }
}

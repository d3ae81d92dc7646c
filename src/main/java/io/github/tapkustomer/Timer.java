package io.github.tapkustomer;

import java.time.Duration;
import java.time.Instant;

/** The one place that knows the time and waits, so that tests move time instead of sleeping. */
public interface Timer {
  /** The local time, which never goes back; nobody sets it while a run lasts. */
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

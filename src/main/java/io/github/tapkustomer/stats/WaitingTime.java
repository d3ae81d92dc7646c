package io.github.tapkustomer.stats;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Timer;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a stream waited for one thing, in wall-clock time: threads that wait at the same time
 * count once. Thread-safe.
 */
final class WaitingTime {
  private final Timer timer;
  private int waiting;
  private Instant since = Instant.MIN;
  private Instant countedUntil = Instant.MIN;
  private Duration counted = Duration.ZERO;

  WaitingTime(Timer timer) {
    this.timer = requireNonNull(timer, "timer");
  }

  /** A thread waits until it calls {@link #end}. */
  synchronized void begin() {
    if (waiting++ == 0) {
      since = timer.now();
    }
  }

  synchronized void end() {
    if (--waiting == 0) {
      count(since, timer.now());
    }
  }

  /** A thread waits this long, starting now. */
  synchronized void waitFor(Duration time) {
    Instant now = timer.now();
    count(now, now.plus(time));
  }

  synchronized boolean isWaiting() {
    return waiting > 0;
  }

  /** All time waited until now. */
  synchronized Duration total() {
    if (waiting > 0) {
      Instant now = timer.now();
      count(since, now);
      since = now;
    }
    return counted;
  }

  private void count(Instant from, Instant to) {
    Instant start = from.isAfter(countedUntil) ? from : countedUntil;
    if (to.isAfter(start)) {
      counted = counted.plus(Duration.between(start, to));
      countedUntil = to;
    }
  }
}

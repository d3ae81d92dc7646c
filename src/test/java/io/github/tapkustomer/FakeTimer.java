package io.github.tapkustomer;

import java.time.Duration;
import java.time.Instant;

/** A clock that only its users move: a sleep returns at once, its time having passed. */
public final class FakeTimer implements Timer {
  private Instant now;
  private Duration waited = Duration.ZERO;

  public FakeTimer() {
    this(Instant.parse("2026-11-24T09:00:00Z"));
  }

  public FakeTimer(Instant start) {
    this.now = start;
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (!duration.isNegative()) {
      advance(duration);
      waited = waited.plus(duration);
    }
  }

  /** Lets time pass without anybody waiting for it. */
  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }

  /** The time that all sleeps took together. */
  public synchronized Duration waited() {
    return waited;
  }
}

package io.github.tapkustomer.http;

import java.time.Duration;

/**
 * When to try again. Waits grow twofold from one second to a minute, with full jitter; the number
 * of attempts and the time since the first are both bounded.
 *
 * @param maxRetries attempts after the first
 * @param longest no attempt begins later than this after the first
 */
record RetryPolicy(int maxRetries, Duration longest) {
  private static final long FIRST_MILLIS = 1_000;
  private static final long LARGEST_MILLIS = 60_000;

  /** Whether another attempt is allowed after {@code attempts} that failed. */
  boolean allows(int attempts, Duration sinceFirst) {
    return attempts <= maxRetries && sinceFirst.compareTo(longest) < 0;
  }

  /**
   * The wait before the next attempt.
   *
   * @param attempts attempts that failed, from 1
   * @param random 0 (at once) to 1 (the longest wait)
   */
  static Duration backoff(int attempts, double random) {
    long ceiling = Math.min(LARGEST_MILLIS, FIRST_MILLIS << Math.min(attempts - 1, 16));
    return Duration.ofMillis((long) (ceiling * random));
  }
}

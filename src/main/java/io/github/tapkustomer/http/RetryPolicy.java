package io.github.tapkustomer.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * When to retry. Waits double from one second to a minute, with full jitter; both the number of
 * attempts and the time they take are limited.
 *
 * @param maxRetries attempts after the first
 * @param longest no retry begins once the attempts have taken this long, including their waits but
 *     not the time that the target took; only a wait for the API's budgets may end later
 */
record RetryPolicy(int maxRetries, Duration longest) {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** Java caches for ten seconds that a host was not found; attempts must come after that. */
  private static final Duration LONGEST_FIRST_CONTACT = Duration.ofSeconds(20);

  private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(5);
  private static final long FIRST_MILLIS = 1_000;
  private static final long LARGEST_MILLIS = 60_000;
  private static final long CONFIRMATION_MILLIS = 400;

  RetryPolicy {
    requireNonNull(longest, "longest");
    if (maxRetries < 0) {
      throw new IllegalArgumentException("maxRetries: must not be negative, was " + maxRetries);
    }
  }

  /** For failures that usually pass. */
  static RetryPolicy ofRequests(int maxRetries) {
    return new RetryPolicy(maxRetries, LONGEST);
  }

  /** For a host that never answered and cannot be found or trusted: it is probably misspelled. */
  static RetryPolicy ofFirstContact(int maxRetries) {
    return new RetryPolicy(maxRetries, LONGEST_FIRST_CONTACT);
  }

  /** The time left for retries, after attempts that took so long. */
  Duration left(Duration taken) {
    return longest.minus(taken);
  }

  /**
   * Whether another attempt is allowed after so many failed ones. None is if the server asked for
   * more time than is left: waiting would be in vain, and a request before that is unwelcome.
   */
  boolean allows(int attempts, Duration left, Duration retryAfter) {
    return attempts <= maxRetries && left.compareTo(respected(retryAfter)) > 0;
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

  /**
   * The same, after leaving the server alone for as long as it asked, within limits; no longer than
   * the time left.
   */
  static Duration backoff(int attempts, double random, Duration retryAfter, Duration left) {
    return shorter(respected(retryAfter).plus(backoff(attempts, random)), left);
  }

  private static Duration respected(Duration retryAfter) {
    return retryAfter.isNegative() ? Duration.ZERO : shorter(retryAfter, LONGEST_RETRY_AFTER);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * The wait before a refusal is confirmed: as long as a server takes to leave a pool.
   *
   * @param random 0 to 1
   */
  static Duration confirmation(double random) {
    return Duration.ofMillis((long) (CONFIRMATION_MILLIS * (0.5 + random / 2)));
  }

  /**
   * How long a budget stays unused after a 429 that does not say: in total longer than a window,
   * but reached well before the attempts are used up.
   *
   * @param attempts attempts that failed, from 1
   * @param random 0 to 1
   */
  static Duration stayAway(int attempts, double random) {
    return backoff(attempts + 2, 0.5 + random / 2);
  }
}

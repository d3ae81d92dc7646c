package io.github.tapkustomer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final RetryPolicy policy = new RetryPolicy(2, LONGEST);

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1000",
    "1, 0, 0",
    "1, 0.25, 250",
    "2, 1, 2000",
    "3, 0.5, 2000",
    "6, 1, 32000",
    "7, 1, 60000",
    "7, 0.5, 30000",
    "1000, 1, 60000"
  })
  void growsTwofoldUpToAMinute(int attempts, double random, long millis) {
    assertThat(RetryPolicy.backoff(attempts, random)).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void boundsTheAttempts() {
    Duration left = policy.left(Duration.ZERO);

    assertThat(policy.allows(1, left, Duration.ZERO)).isTrue();
    assertThat(policy.allows(2, left, Duration.ZERO)).isTrue();
    assertThat(policy.allows(3, left, Duration.ZERO)).isFalse();
    assertThat(new RetryPolicy(0, LONGEST).allows(1, left, Duration.ZERO)).isFalse();
  }

  @Test
  void refusesANegativeNumberOfRetries() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(-1, LONGEST))
        .withMessage("maxRetries: must not be negative, was -1");
  }

  @Test
  void boundsTheTime() {
    Duration left = policy.left(Duration.ofMillis(899_999));

    assertThat(left).hasMillis(1);
    assertThat(policy.allows(1, left, Duration.ZERO)).isTrue();
    assertThat(policy.allows(1, policy.left(LONGEST), Duration.ZERO)).isFalse();
    assertThat(policy.allows(1, policy.left(LONGEST.plusMillis(1)), Duration.ZERO)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT10M, PT60S",
    "PT0S, PT59S, PT59S",
    "PT30S, PT10M, PT90S",
    "PT30S, PT31S, PT31S",
    "PT1H, PT10M, PT6M"
  })
  void waitsNoLongerThanTheTimeLeft(Duration retryAfter, Duration left, Duration wait) {
    assertThat(RetryPolicy.backoff(7, 1, retryAfter, left)).isEqualTo(wait);
  }

  @ParameterizedTest
  @CsvSource({
    "PT30S, PT31S, true",
    "PT30S, PT30S, false",
    "PT31S, PT30S, false",
    "PT1H, PT5M1S, true",
    "PT1H, PT5M, false",
    "PT-1S, PT0.001S, true"
  })
  void givesUpIfTheServerAsksForMoreTimeThanIsLeft(
      Duration retryAfter, Duration left, boolean allowed) {
    assertThat(policy.allows(1, left, retryAfter)).isEqualTo(allowed);
  }

  /** Or a 429 without headers would be given up before the window that it stands for has ended. */
  @Test
  void staysAwayForMoreThanAWindowBeforeItGivesUp() {
    long least = 0;
    for (int attempts = 1; attempts <= 7; attempts++) {
      least += RetryPolicy.stayAway(attempts, 0).toMillis();
    }

    assertThat(least).isBetween(90_000L, 240_000L);
    assertThat(RetryPolicy.stayAway(1, 1)).hasSeconds(4);
  }
}

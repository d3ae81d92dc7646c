package io.github.tapkustomer.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  private final RetryPolicy policy = new RetryPolicy(2, Duration.ofMinutes(15));

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
    assertThat(policy.allows(1, Duration.ZERO)).isTrue();
    assertThat(policy.allows(2, Duration.ZERO)).isTrue();
    assertThat(policy.allows(3, Duration.ZERO)).isFalse();
    assertThat(new RetryPolicy(0, Duration.ofMinutes(15)).allows(1, Duration.ZERO)).isFalse();
  }

  @Test
  void boundsTheTime() {
    assertThat(policy.allows(1, Duration.ofMillis(899_999))).isTrue();
    assertThat(policy.allows(1, Duration.ofMinutes(15))).isFalse();
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

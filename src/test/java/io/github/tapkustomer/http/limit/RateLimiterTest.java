package io.github.tapkustomer.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.FakeTimer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private final FakeTimer timer = new FakeTimer();
  private final RateLimiter limiter =
      new RateLimiter(timer, new ServerClock(timer), OptionalDouble.empty());

  private RateHeaders exhausted(int limit, long secondsToReset) {
    long reset = timer.now().getEpochSecond() + secondsToReset;
    return new RateHeaders(Optional.of(new RateHeaders.Window(limit, 0, reset)), Optional.empty());
  }

  @Test
  void waitsForTheBudget() throws InterruptedException {
    SentRequest request = limiter.acquire(Quota.SEARCH);
    limiter.refused(Quota.SEARCH, request, exhausted(100, 40), Duration.ofSeconds(2), 0);

    limiter.acquire(Quota.SEARCH);

    assertThat(timer.waited()).isEqualTo(Duration.ofSeconds(43));
  }

  @Test
  void keepsTheBudgetsApart() throws InterruptedException {
    SentRequest request = limiter.acquire(Quota.SEARCH);
    limiter.answered(Quota.SEARCH, request, exhausted(100, 40));

    limiter.acquire(Quota.ORGANIZATION);

    assertThat(timer.waited()).isZero();
    assertThat(limiter.hasRoom(Quota.SEARCH)).isFalse();
    assertThat(limiter.hasRoom(Quota.ORGANIZATION)).isTrue();
  }

  @Test
  void leavesATenthOfTheOrganizationsBudgetByDefault() throws InterruptedException {
    assertThat(inTenMinutes(limiter, Quota.ORGANIZATION)).isBetween(2700, 2800);
  }

  @Test
  void leavesNothingOfItsOwnSearchBudgetByDefault() throws InterruptedException {
    assertThat(inTenMinutes(limiter, Quota.SEARCH)).isBetween(1000, 1015);
  }

  @Test
  void leavesWhatTheUserWantsOfBoth() throws InterruptedException {
    RateLimiter half = new RateLimiter(timer, new ServerClock(timer), OptionalDouble.of(0.5));

    assertThat(inTenMinutes(half, Quota.SEARCH)).isBetween(500, 510);
  }

  @Test
  void givesBackTheBudgetOfARequestThatDidNotLeave() throws InterruptedException {
    long reset = timer.now().getEpochSecond() + 40;
    RateHeaders oneLeft =
        new RateHeaders(Optional.of(new RateHeaders.Window(3, 1, reset)), Optional.empty());
    limiter.answered(Quota.SEARCH, limiter.acquire(Quota.SEARCH), oneLeft);
    limiter.notSent(Quota.SEARCH, limiter.acquire(Quota.SEARCH));
    Duration before = timer.waited();

    limiter.acquire(Quota.SEARCH);

    assertThat(timer.waited().minus(before)).isLessThan(Duration.ofSeconds(40));
  }

  private int inTenMinutes(RateLimiter limiter, Quota quota) throws InterruptedException {
    int sent = 0;
    while (timer.waited().compareTo(Duration.ofMinutes(10)) < 0) {
      limiter.answered(quota, limiter.acquire(quota), RateHeaders.NONE);
      sent++;
    }
    return sent;
  }
}

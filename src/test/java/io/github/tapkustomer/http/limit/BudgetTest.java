package io.github.tapkustomer.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {
  private static final ClockOffset CLOCKS = ClockOffset.around(0);

  private static final long NOW = 1_795_511_220_000L;

  /** How far off an end can be before answers narrow it down: clocks and rounding. */
  private static final long DOUBT = 3000;

  private final Budget budget = new Budget(100, 0);

  private static RateHeaders window(int limit, int remaining, int secondsToReset) {
    long reset = NOW / 1000 + secondsToReset;
    return new RateHeaders(
        Optional.of(new RateHeaders.Window(limit, remaining, reset)), Optional.empty());
  }

  private static RateHeaders retryAfter(Duration wait) {
    return new RateHeaders(Optional.empty(), Optional.of(wait));
  }

  private void answer(RateHeaders headers) {
    budget.answered(budget.send(NOW), NOW, headers, CLOCKS);
  }

  private void refuse(RateHeaders headers) {
    budget.refused(budget.send(NOW), NOW, headers, CLOCKS, 2000, 0);
  }

  /** Sends every request that may leave now, without an answer. */
  private static int sendAll(Budget budget, long now) {
    int sent = 0;
    for (; sent < 1000 && budget.waitMillis(now) == 0; sent++) {
      budget.send(now);
    }
    return sent;
  }

  @ParameterizedTest
  @CsvSource({"100, 0, 600", "100, 0.5, 1200", "300, 0, 200"})
  void pacesEvenlyBeforeAnyHeader(int assumed, double reserve, long interval) {
    Budget fresh = new Budget(assumed, reserve);
    int atOnce = sendAll(fresh, NOW);

    assertThat(atOnce).isEqualTo((int) (assumed * (1 - reserve) / 10) + 1);
    for (long now = NOW; now < NOW + 10 * interval; now += interval) {
      assertThat(fresh.waitMillis(now)).isEqualTo(interval);
      assertThat(sendAll(fresh, now + interval)).isOne();
    }
  }

  @Test
  void spreadsWhatIsLeftOverTheWindow() {
    answer(window(100, 51, 60));
    sendAll(budget, NOW);

    int sent = 0;
    long now = NOW;
    while (now < NOW + 30_000) {
      now += Math.max(1, budget.waitMillis(now));
      for (; budget.waitMillis(now) == 0; sent++) {
        budget.answered(budget.send(now), now, window(100, 41 - sent, 60), CLOCKS);
      }
    }
    assertThat(sent).isBetween(20, 26);
  }

  @Test
  void sendsAtOnceWhatFitsIntoTheWindow() {
    answer(window(100, 51, 60));
    budget.expect(OptionalLong.of(51));
    assertThat(sendAll(budget, NOW)).as("the last as well, since no window follows").isEqualTo(51);
  }

  @Test
  void spreadsWhatDoesNotFitIntoTheWindow() {
    answer(window(100, 51, 60));
    budget.expect(OptionalLong.of(52));
    assertThat(sendAll(budget, NOW)).as("a burst").isBetween(1, 11);
  }

  @Test
  void isAmpleForWhatFitsIntoOneWindow() {
    answer(window(20, 3, 60));
    assertThat(budget.isAmple()).as("nothing is known of what is to come").isFalse();

    budget.expect(OptionalLong.of(20));
    assertThat(budget.isAmple()).isTrue();
    budget.expect(OptionalLong.of(21));
    assertThat(budget.isAmple()).isFalse();
  }

  @Test
  void continuesAtThePaceThatTheFirstAnswerStates() {
    SentRequest first = budget.send(NOW);
    sendAll(budget, NOW);
    assertThat(budget.waitMillis(NOW + 100)).as("100 a minute").isEqualTo(500);

    budget.answered(first, NOW + 100, window(1000, 999, 60), CLOCKS);
    assertThat(budget.waitMillis(NOW + 100)).isZero();
  }

  @Test
  void keepsTheReserve() {
    Budget half = new Budget(100, 0.5);
    half.answered(half.send(NOW), NOW, window(20, 13, 60), CLOCKS);

    int sent = 0;
    for (long now = NOW; now < NOW + 62_000; now += 100) {
      sent += sendAll(half, now);
    }
    assertThat(sent).isEqualTo(3);
  }

  @Test
  void stopsAtAnExhaustedHeaderUntilItsResetForCertain() {
    answer(window(20, 0, 40));

    assertThat(budget.waitMillis(NOW)).isEqualTo(40_000 + DOUBT);
    assertThat(budget.waitMillis(NOW + 39_999 + DOUBT)).isOne();
    assertThat(budget.waitMillis(NOW + 40_000 + DOUBT)).isZero();
  }

  @Test
  void subtractsRequestsInFlight() {
    SentRequest first = budget.send(NOW);
    SentRequest second = budget.send(NOW);
    SentRequest third = budget.send(NOW);
    budget.answered(first, NOW, window(20, 2, 4), CLOCKS);
    assertThat(budget.waitMillis(NOW)).as("until news comes").isEqualTo(20);

    budget.answered(second, NOW, window(20, 2, 4), CLOCKS);
    budget.answered(third, NOW, window(20, 2, 4), CLOCKS);
    assertThat(sendAll(budget, NOW + 4000)).isEqualTo(2);
  }

  @Test
  void countsARequestThatGotNoAnswer() {
    SentRequest lost = budget.send(NOW);
    answer(window(20, 1, 4));
    budget.unanswered(lost);

    assertThat(budget.waitMillis(NOW)).isEqualTo(4000 + DOUBT);
  }

  @Test
  void countsARequestOnceWhoseBodyWasCutShort() {
    SentRequest cut = budget.send(NOW);
    budget.answered(cut, NOW, window(20, 2, 4), CLOCKS);
    budget.unanswered(cut);

    assertThat(sendAll(budget, NOW + 4000)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"0, 43000", "1, 43250", "0.5, 43125"})
  void waitsForTheWindowsEndAfterARefusal(double jitter, long wait) {
    budget.refused(budget.send(NOW), NOW, window(20, 0, 40), CLOCKS, 2000, jitter);

    assertThat(budget.waitMillis(NOW)).isEqualTo(wait);
  }

  @Test
  void waitsAsLongAsRetryAfterSays() {
    refuse(retryAfter(Duration.ofSeconds(7)));

    assertThat(budget.waitMillis(NOW)).isEqualTo(7000);
    assertThat(budget.waitMillis(NOW + 7000)).isZero();
  }

  @Test
  void comesBackWhenRetryAfterSaysAlsoWithinAWindow() {
    answer(window(100, 50, 60));
    refuse(retryAfter(Duration.ofSeconds(7)));

    assertThat(budget.waitMillis(NOW)).isEqualTo(7_000);
    assertThat(budget.waitMillis(NOW + 7_000)).isZero();
  }

  @Test
  void prefersRetryAfterToAnEarlierEnd() {
    RateHeaders both =
        new RateHeaders(window(20, 0, 5).window(), Optional.of(Duration.ofSeconds(30)));
    refuse(both);

    assertThat(budget.waitMillis(NOW)).isEqualTo(30_000);
  }

  @Test
  void doesNotComeBackAtOnceAfterARetryAfterInThePast() {
    refuse(retryAfter(Duration.ofSeconds(-5)));

    assertThat(budget.waitMillis(NOW)).isEqualTo(250);
  }

  @Test
  void slowsDownAfterARefusalThatSaysNothing() {
    refuse(RateHeaders.NONE);

    assertThat(budget.waitMillis(NOW)).isEqualTo(2000);
    budget.send(NOW + 2000);
    assertThat(budget.waitMillis(NOW + 2000)).as("80 a minute").isEqualTo(750);
  }

  @Test
  void slowsDownOnceForAllRefusalsOfOneBlock() {
    SentRequest[] burst = {budget.send(NOW), budget.send(NOW), budget.send(NOW)};
    for (SentRequest request : burst) {
      budget.refused(request, NOW, RateHeaders.NONE, CLOCKS, 2000, 0);
    }

    budget.send(NOW + 2000);
    assertThat(budget.waitMillis(NOW + 2000)).isEqualTo(750);
  }

  @Test
  void regainsItsPaceWithGoodAnswers() {
    refuse(RateHeaders.NONE);
    for (int i = 0; i < 400; i++) {
      answer(RateHeaders.NONE);
    }
    long later = NOW + 1_000_000;
    sendAll(budget, later);

    assertThat(budget.waitMillis(later)).isEqualTo(600);
  }

  @Test
  void doesNotBelieveHeadersThatContradictARefusal() {
    refuse(window(100, 50, 40));
    assertThat(budget.waitMillis(NOW)).isEqualTo(2000);

    answer(window(100, 0, 40));
    assertThat(budget.waitMillis(NOW + 4000)).isZero();
  }

  @Test
  void slowsDownFurtherWithEachContradiction() {
    for (int i = 0; i < 3; i++) {
      long now = NOW + i * 10_000L;
      budget.refused(budget.send(now), now, window(100, 50, 40), CLOCKS, 2000, 0);
    }
    long later = NOW + 100_000;
    sendAll(budget, later);
    later += budget.waitMillis(later);
    budget.send(later);

    assertThat(budget.waitMillis(later)).as("51.2 a minute").isBetween(1171L, 1172L);
  }

  @Test
  void blocksForFiveMinutesAtTheMost() {
    refuse(retryAfter(Duration.ofDays(2)));
    assertThat(budget.waitMillis(NOW)).isEqualTo(300_000);

    Budget other = new Budget(100, 0);
    other.answered(other.send(NOW), NOW, window(100, 0, 86_400), CLOCKS);
    assertThat(other.waitMillis(NOW)).isEqualTo(300_000);
    assertThat(other.waitMillis(NOW + 300_000)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"3600", "-3600"})
  void takesInHowTheClocksDiffer(int seconds) {
    RateHeaders headers = window(20, 0, seconds + 40);
    budget.answered(budget.send(NOW), NOW, headers, ClockOffset.around(seconds * 1000L));

    assertThat(budget.waitMillis(NOW)).isEqualTo(40_000 + DOUBT);
  }
}

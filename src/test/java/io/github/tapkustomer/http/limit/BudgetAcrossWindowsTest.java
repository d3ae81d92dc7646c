package io.github.tapkustomer.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a budget moves from one window to the next. */
class BudgetAcrossWindowsTest {
  private static final ClockOffset CLOCKS = ClockOffset.around(0);

  private static final long NOW = 1_795_511_220_000L;

  private final Budget budget = new Budget(100, 0);

  private static RateHeaders window(int limit, int remaining, int secondsToReset) {
    long reset = NOW / 1000 + secondsToReset;
    return new RateHeaders(
        Optional.of(new RateHeaders.Window(limit, remaining, reset)), Optional.empty());
  }

  private void answerAt(long now, RateHeaders headers) {
    budget.answered(budget.send(now), now, headers, CLOCKS);
  }

  @Test
  void ignoresALateAnswerOfTheWindowBefore() {
    SentRequest late = budget.send(NOW);
    answerAt(NOW + 4000, window(20, 20, 8));
    budget.answered(late, NOW + 4000, window(20, 0, 4), CLOCKS);

    assertThat(budget.waitMillis(NOW + 5000)).isZero();
  }

  @Test
  void ignoresALateRefusalOfTheWindowBefore() {
    SentRequest late = budget.send(NOW);
    answerAt(NOW + 4000, window(20, 20, 8));
    budget.refused(late, NOW + 4000, window(20, 0, 4), CLOCKS, 2000, 1);

    assertThat(budget.waitMillis(NOW + 5000)).isZero();
  }

  @Test
  void ignoresAnAnswerThatWasOvertaken() {
    SentRequest slow = budget.send(NOW);
    SentRequest fast = budget.send(NOW);
    budget.answered(fast, NOW, window(20, 0, 4), CLOCKS);
    budget.answered(slow, NOW, window(20, 1, 4), CLOCKS);

    assertThat(budget.waitMillis(NOW)).isEqualTo(7000);
  }

  @Test
  void hasTheWholeBudgetAgainInTheNextWindow() {
    answerAt(NOW, window(20, 0, 4));

    long next = NOW + 7000;
    int sent = 0;
    for (; budget.waitMillis(next) == 0; sent++) {
      answerAt(next, window(20, 19 - sent, 64));
    }
    assertThat(sent).isPositive();
    for (long now = next; now < NOW + 60_000; now += 10) {
      for (; budget.waitMillis(now) == 0; sent++) {
        answerAt(now, window(20, 19 - sent, 64));
      }
    }
    assertThat(sent).isGreaterThanOrEqualTo(19);
  }

  @Test
  void learnsWhenWindowsEndFromTheAnswers() {
    answerAt(NOW + 3990, window(20, 10, 4));
    answerAt(NOW + 4010, window(20, 0, 8));

    assertThat(budget.waitMillis(NOW + 4010)).as("8 s and 10 ms").isEqualTo(4000);
  }

  /** The more alike round trips are, the more it trusts them. */
  @ParameterizedTest
  @CsvSource({"3300, 3400", "3600, 3600"})
  void learnsWhenWindowsEndFromWhenRequestsLeft(long firstLeft, long wait) {
    SentRequest before = budget.send(NOW + firstLeft);
    budget.answered(before, NOW + 4000, window(20, 10, 4), CLOCKS);
    SentRequest after = budget.send(NOW + 4010);
    budget.answered(after, NOW + 4710, window(20, 0, 8), CLOCKS);

    assertThat(budget.waitMillis(NOW + 4710)).isEqualTo(wait);
  }

  @Test
  void spreadsNothingBeforeANewWindowsFirstAnswer() {
    answerAt(NOW, window(20, 0, 4));

    int sent = 0;
    for (; budget.waitMillis(NOW + 7000) == 0; sent++) {
      budget.send(NOW + 7000);
    }
    assertThat(sent).as("all but the last, which waits to learn").isEqualTo(19);
  }

  @Test
  void waitsAgainWhenTheOldWindowWasNotOver() {
    answerAt(NOW + 3990, window(20, 10, 4));
    answerAt(NOW + 4010, window(20, 0, 8));
    assertThat(budget.waitMillis(NOW + 8010)).isZero();

    SentRequest early = budget.send(NOW + 8010);
    budget.refused(early, NOW + 8020, window(20, 0, 8), CLOCKS, 2000, 0);
    assertThat(budget.waitMillis(NOW + 8020)).isEqualTo(490);
  }

  @Test
  void holdsTheLastRequestBackToLearnTheEnd() {
    answerAt(NOW, window(20, 1, 60));

    assertThat(budget.waitMillis(NOW)).as("the middle of the doubt").isEqualTo(60_000);
    assertThat(budget.waitMillis(NOW + 60_000)).isZero();
  }

  @Test
  void followsALimitThatChanges() {
    answerAt(NOW, window(20, 19, 4));
    answerAt(NOW + 4000, window(1000, 999, 64));
    int sent = 0;
    for (long now = NOW + 4000; now < NOW + 54_000; now += 10) {
      for (; budget.waitMillis(now) == 0; sent++) {
        answerAt(now, window(1000, 998 - sent, 64));
      }
    }

    assertThat(sent).isGreaterThan(900);
  }

  @Test
  void continuesWithATinyLimit() {
    Budget tiny = new Budget(100, 0.9);
    tiny.answered(tiny.send(NOW), NOW, window(2, 1, 60), CLOCKS);

    assertThat(tiny.waitMillis(NOW)).isEqualTo(63_000);
    assertThat(tiny.waitMillis(NOW + 63_000)).isZero();
  }
}

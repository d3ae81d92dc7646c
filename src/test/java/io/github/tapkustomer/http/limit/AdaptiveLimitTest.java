package io.github.tapkustomer.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdaptiveLimitTest {
  private final AdaptiveLimit limit = new AdaptiveLimit(8);
  private long now = 1_000_000;

  @Test
  void allowsAllWhileAnswersAreGood() {
    answers(100, 400);

    assertThat(limit.allowed()).isEqualTo(8);
  }

  @Test
  void halvesOnceForAllThatWasInFlightWhenTheServerFailed() {
    long sent = now;
    for (int i = 0; i < 8; i++) {
      limit.failed(sent + i, now += 10);
    }

    assertThat(limit.allowed()).isEqualTo(4);
  }

  @Test
  void neverComesBackToWhatMemoryWasTooShortFor() {
    long sent = now;
    for (int i = 0; i < 8; i++) {
      limit.tooMany(sent + i, now += 10);
    }
    answers(100, 400);

    assertThat(limit.allowed()).isEqualTo(4);
  }

  @Test
  void goesDownToOneAndNoFurther() {
    for (int i = 0; i < 10; i++) {
      limit.failed(now, now += 100);
    }

    assertThat(limit.allowed()).isEqualTo(1);
  }

  @Test
  void growsByAboutOneWithEachRoundOfGoodAnswers() {
    limit.failed(now, now += 100);
    assertThat(limit.allowed()).isEqualTo(4);
    answers(5, 400);
    assertThat(limit.allowed()).isEqualTo(5);
    answers(25, 400);
    assertThat(limit.allowed()).isEqualTo(8);
    answers(100, 400);
    assertThat(limit.allowed()).isEqualTo(8);
  }

  @Test
  void takesAnswersThatAreMuchLaterThanUsualAsAWarning() {
    answers(50, 400);
    answers(1, 2_300);
    assertThat(limit.allowed()).isEqualTo(8);
    answers(1, 2_600);
    assertThat(limit.allowed()).isEqualTo(4);
  }

  @Test
  void getsUsedToAServerThatIsAlwaysSlow() {
    answers(50, 400);
    answers(60, 3_000);

    assertThat(limit.allowed()).isEqualTo(8);
  }

  @Test
  void holdsTheBudgetsApartSinceTheirAnswersDiffer() {
    for (int i = 0; i < 50; i++) {
      limit.answered(Quota.ORGANIZATION, now, now += 50);
    }
    answers(50, 3_000);

    assertThat(limit.allowed()).isEqualTo(8);
  }

  private void answers(int count, long took) {
    for (int i = 0; i < count; i++) {
      limit.answered(Quota.SEARCH, now, now += took);
    }
  }
}

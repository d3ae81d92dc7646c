package io.github.tapkustomer.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResetBoundsTest {
  private static final RateHeaders.Window TOLD = new RateHeaders.Window(100, 50, 1_000_000);
  private static final long STATED = 1_000_000_000;

  private final ResetBounds bounds = new ResetBounds(ClockOffset.around(0));

  @Test
  void beginsWithTheDoubtOfClocksAndRounding() {
    assertThat(bounds.earliest()).isEqualTo(-3000);
    assertThat(bounds.latest()).isEqualTo(3000);
    assertThat(new ResetBounds(ClockOffset.around(60_000)).middle()).isEqualTo(-60_000);
  }

  @Test
  void endsAfterARequestThatWasCountedLeft() {
    bounds.countedIn(TOLD, STATED + 400);
    bounds.countedIn(TOLD, STATED - 900);

    assertThat(bounds.earliest()).isEqualTo(400);
    assertThat(bounds.width()).isEqualTo(2600);
  }

  @Test
  void endsBeforeAnAnswerOfTheNextWindow() {
    bounds.passed(TOLD);
    bounds.countedAfter(STATED + 700);
    bounds.countedAfter(STATED + 1500);

    assertThat(bounds.latest()).isEqualTo(700);
  }

  @Test
  void learnsNothingFromARequestBeforeAWindowHasPassed() {
    bounds.countedAfter(STATED + 700);

    assertThat(bounds.latest()).isEqualTo(3000);
  }

  @Test
  void followsAClockThatWasSetForward() {
    bounds.passed(TOLD);
    bounds.countedAfter(STATED + 700);
    bounds.countedIn(TOLD, STATED + 9000);

    assertThat(bounds.earliest()).isEqualTo(9000);
    assertThat(bounds.latest()).isEqualTo(9500);
  }

  @Test
  void followsAnEndThatCameEarlier() {
    bounds.countedIn(TOLD, STATED + 800);
    bounds.passed(TOLD);
    bounds.countedAfter(STATED + 300);

    assertThat(bounds.latest()).isEqualTo(300);
    assertThat(bounds.earliest()).isEqualTo(-200);
  }

  @Test
  void doesNotBelieveAResetThatMovesWithEveryAnswer() {
    bounds.passed(TOLD);
    bounds.countedAfter(STATED - 30_000);

    assertThat(bounds.latest()).isEqualTo(-3000);
  }

  @Test
  void endsWithinWhatIsKnownOfTheClocks() {
    bounds.narrow(new ClockOffset(100, 700));

    assertThat(bounds.earliest()).isEqualTo(-1700);
    assertThat(bounds.latest()).isEqualTo(900);
  }

  @Test
  void believesWhatItSawMoreThanTheClocks() {
    bounds.passed(TOLD);
    bounds.countedAfter(STATED - 500);
    bounds.narrow(new ClockOffset(-2500, -2000));

    assertThat(bounds.latest()).isEqualTo(-500);
  }
}

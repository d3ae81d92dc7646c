package io.github.tapkustomer.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowEndsTest {
  private static final RateHeaders.Window TOLD = new RateHeaders.Window(100, 50, 1_000_000);
  private static final long STATED = 1_000_000_000;

  private final WindowEnds ends = new WindowEnds(ClockOffset.around(0));

  @Test
  void beginsWithTheDoubtOfClocksAndRounding() {
    assertThat(ends.earliest()).isEqualTo(-3000);
    assertThat(ends.latest()).isEqualTo(3000);
    assertThat(new WindowEnds(ClockOffset.around(60_000)).middle()).isEqualTo(-60_000);
  }

  @Test
  void endsAfterARequestThatWasCountedLeft() {
    ends.countedIn(TOLD, STATED + 400);
    ends.countedIn(TOLD, STATED - 900);

    assertThat(ends.earliest()).isEqualTo(400);
    assertThat(ends.width()).isEqualTo(2600);
  }

  @Test
  void endsBeforeAnAnswerOfTheNextWindow() {
    ends.passed(TOLD);
    ends.countedAfter(STATED + 700);
    ends.countedAfter(STATED + 1500);

    assertThat(ends.latest()).isEqualTo(700);
  }

  @Test
  void learnsNothingFromARequestBeforeAWindowHasPassed() {
    ends.countedAfter(STATED + 700);

    assertThat(ends.latest()).isEqualTo(3000);
  }

  @Test
  void followsAClockThatWasSetForward() {
    ends.passed(TOLD);
    ends.countedAfter(STATED + 700);
    ends.countedIn(TOLD, STATED + 9000);

    assertThat(ends.earliest()).isEqualTo(9000);
    assertThat(ends.latest()).isEqualTo(9500);
  }

  @Test
  void followsAnEndThatCameEarlier() {
    ends.countedIn(TOLD, STATED + 800);
    ends.passed(TOLD);
    ends.countedAfter(STATED + 300);

    assertThat(ends.latest()).isEqualTo(300);
    assertThat(ends.earliest()).isEqualTo(-200);
  }

  @Test
  void doesNotBelieveAResetThatMovesWithEveryAnswer() {
    ends.passed(TOLD);
    ends.countedAfter(STATED - 30_000);

    assertThat(ends.latest()).isEqualTo(-3000);
  }

  @Test
  void endsWithinWhatIsKnownOfTheClocks() {
    ends.narrow(new ClockOffset(100, 700));

    assertThat(ends.earliest()).isEqualTo(-1700);
    assertThat(ends.latest()).isEqualTo(900);
  }

  @Test
  void believesWhatItSawMoreThanTheClocks() {
    ends.passed(TOLD);
    ends.countedAfter(STATED - 500);
    ends.narrow(new ClockOffset(-2500, -2000));

    assertThat(ends.latest()).isEqualTo(-500);
  }
}

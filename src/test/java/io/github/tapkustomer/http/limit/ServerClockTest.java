package io.github.tapkustomer.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.FakeTimer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerClockTest {
  private final FakeTimer local = new FakeTimer(Instant.parse("2026-11-24T09:00:00.500Z"));
  private final ServerClock clock = new ServerClock(local);

  @Test
  void isTheLocalClockBeforeTheFirstAnswer() {
    assertThat(clock.now()).isEqualTo(local.now());
    assertThat(clock.earliest()).isEqualTo(local.now());
    assertThat(clock.latest()).isEqualTo(local.now());
    assertThat(clock.offsetMillis()).isZero();
  }

  @Test
  void learnsHowTheClocksDiffer() {
    clock.learn("Tue, 24 Nov 2026 10:00:00 GMT", local.now());
    assertThat(clock.offsetMillis()).isEqualTo(3_600_000);

    local.advance(Duration.ofSeconds(5));
    assertThat(clock.now()).isEqualTo(Instant.parse("2026-11-24T10:00:05.500Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tue, 24 Nov 2026 08:59:58 GMT", "Tue, 24 Nov 2026 09:00:02 GMT"})
  void takesTwoSecondsForNoise(String date) {
    clock.learn(date, local.now());

    assertThat(clock.offsetMillis()).isZero();
    assertThat(clock.now()).isEqualTo(local.now());
  }

  @Test
  void takesThreeSecondsForADifference() {
    clock.learn("Tue, 24 Nov 2026 08:59:57 GMT", local.now());

    assertThat(clock.offsetMillis()).isEqualTo(-3000);
  }

  @Test
  void wasAtLeastAtTheLastDate() {
    clock.learn("Tue, 24 Nov 2026 08:59:59 GMT", local.now());

    assertThat(clock.earliest()).isEqualTo(Instant.parse("2026-11-24T08:59:59Z"));
  }

  @Test
  void isAtMostTheLaterOfBothClocks() {
    clock.learn("Tue, 24 Nov 2026 08:59:59 GMT", local.now());
    assertThat(clock.latest()).isEqualTo(local.now());

    clock.learn("Tue, 24 Nov 2026 09:00:01 GMT", local.now());
    assertThat(clock.latest()).isEqualTo(Instant.parse("2026-11-24T09:00:02Z"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "yesterday", "2026-11-24T10:00:00Z", "Mon, 24 Nov 2026 10:00:00 GMT"})
  void keepsWhatItKnowsIfAHeaderIsNotADate(String header) {
    clock.learn("Tue, 24 Nov 2026 10:00:00 GMT", local.now());
    clock.learn(header, local.now());

    assertThat(clock.offsetMillis()).isEqualTo(3_600_000);
  }

  @Test
  void narrowsDownHowTheClocksDiffer() {
    Instant sent = local.now();
    local.advance(Duration.ofMillis(200));
    clock.learn("Tue, 24 Nov 2026 09:00:00 GMT", sent);
    assertThat(clock.offset()).isEqualTo(new ClockOffset(-950, 750));

    local.advance(Duration.ofMillis(300));
    clock.learn("Tue, 24 Nov 2026 09:00:01 GMT", local.now());
    assertThat(clock.offset()).isEqualTo(new ClockOffset(-250, 750));
  }

  @Test
  void forgetsWhatTheClocksWereBeforeOneWasSet() {
    clock.learn("Tue, 24 Nov 2026 09:00:00 GMT", local.now());
    local.advance(Duration.ofSeconds(60));
    clock.learn("Tue, 24 Nov 2026 09:00:00 GMT", local.now());

    assertThat(clock.offset()).isEqualTo(new ClockOffset(-60_750, -59_250));
  }
}

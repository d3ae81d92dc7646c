package io.github.tapkustomer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  @ParameterizedTest
  @CsvSource({
    "2026-07-27T22:30:48.939Z, 2026-07-27T22:30:48.939Z",
    "2026-07-27T22:30:48Z, 2026-07-27T22:30:48Z",
    "2026-07-27T22:30Z, 2026-07-27T22:30:00Z",
    "2026-07-27t22:30:48.939z, 2026-07-27T22:30:48.939Z",
    "2026-07-27 22:30:48.939, 2026-07-27T22:30:48.939Z",
    "2026-07-27T22:30:48.123456789Z, 2026-07-27T22:30:48.123456789Z",
    "2026-07-27T22:30:48.9+02:00, 2026-07-27T20:30:48.900Z",
    "2026-07-27T22:30:48-0530, 2026-07-28T04:00:48Z",
    "2026-07-27T22:30:48+05:30, 2026-07-27T17:00:48Z",
    "2026-07-27 22:30:48 , 2026-07-27T22:30:48Z",
    "2026-07-27T22:30:48+02, 2026-07-27T20:30:48Z",
    "2026-07-27T22:30:48.939000+00:00, 2026-07-27T22:30:48.939Z",
    "2026-07-27, 2026-07-27T00:00:00Z",
    "2024-02-29T00:00:00.000Z, 2024-02-29T00:00:00Z",
    "0001-01-01T00:00:00.000Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z"
  })
  void readsEveryForm(String text, Instant instant) {
    assertThat(Timestamps.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yesterday",
        "2026",
        "2026-07",
        "20260727",
        "2026-13-01T00:00:00.000Z",
        "2026-00-10T00:00:00.000Z",
        "2026-04-31T00:00:00.000Z",
        "2025-02-29T00:00:00.000Z",
        "2026-07-27T25:00:00.000Z",
        "2026-07-27T22:60:00.000Z",
        "2026-07-27T22:30:61.000Z",
        "2026-07-27T22:30:48.939ZZ",
        "2026-07-27T22:30:48.939Z+02:00",
        "2026-07-27T22:30:48.939+02:00+0200",
        "2026-07-27T 22:30:48.939Z",
        "2026-07-2722:30:48.939Z",
        "2026-07-27T",
        "2026-04-31",
        "2026-04-31T00:00:00Z",
        "2026-07-27T24:00:00.000Z",
        "2026-07-27T22:30:48.939Z ",
        "2026-07-27T22:30:48.939+25:00",
        "-0001-01-01T00:00:00.000Z",
        "+10001-01-01T00:00:00Z",
        "0001-01-01T00:00:00+02:00",
        "9999-12-31T23:59:59-02:00",
        "２０２６-07-27T22:30:48.939Z"
      })
  void refusesWhatIsNotATimestamp(String text) {
    assertThat(Timestamps.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-27T22:30:48.939Z, 2026-07-27T22:30:48.939Z",
    "2026-07-27T22:30:48Z, 2026-07-27T22:30:48.000Z",
    "2026-07-27T22:30:48.9Z, 2026-07-27T22:30:48.900Z",
    "2026-07-27T22:30:48.123456Z, 2026-07-27T22:30:48.123456Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000Z"
  })
  void writesMilliseconds(Instant instant, String text) {
    assertThat(Timestamps.format(instant)).isEqualTo(text);
    assertThat(Timestamps.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-27T22:30:48.939Z, true",
    "2026-02-30T22:30:48.939Z, false",
    "2026-07-00T22:30:48.939Z, false",
    "2026-07-27T24:00:00.000Z, false",
    "2026-07-27T23:59:60.000Z, false"
  })
  void distinguishesPlainTimestampsFromImpossibleDates(String text, boolean plain) {
    assertThat(Timestamps.isPlain(text.toCharArray(), 0, text.length())).isEqualTo(plain);
    assertThat(Timestamps.isPlain(("x" + text + "y").toCharArray(), 1, text.length()))
        .isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-07-27T22:30:48Z",
        "2026-07-27T22:30:48.93Z",
        "2026-07-27T22:30:48.9390Z",
        "2026-07-27t22:30:48.939Z",
        "2026-07-27 22:30:48.939Z",
        "2026-07-27T22:30:48,939Z",
        "2026-07-27T22:30:48.939z",
        "2026/07/27T22:30:48.939Z",
        "2026-07-27T22.30.48.939Z",
        "2026-07-2xT22:30:48.939Z",
        "2026-07-27T22:30:48.9-9Z",
        "２026-07-27T22:30:48.939Z"
      })
  void knowsWhatIsNotInKustomersForm(String text) {
    assertThat(Timestamps.isPlain(text.toCharArray(), 0, text.length())).isFalse();
  }
}

package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.SettingsFixture.loadWith;
import static io.github.tapkustomer.config.SettingsFixture.problem;
import static io.github.tapkustomer.config.SettingsFixture.problemWith;
import static io.github.tapkustomer.config.SettingsFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2024-02-29, 2024-02-29T00:00:00Z",
    "2024-02-29T01:02:03Z, 2024-02-29T01:02:03Z",
    "2024-02-29t01:02:03z, 2024-02-29T01:02:03Z",
    "2024-02-29T01:02:03, 2024-02-29T01:02:03Z",
    "2024-02-29T01:02, 2024-02-29T01:02:00Z",
    "2024-02-29 01:02:03+00:00, 2024-02-29T01:02:03Z",
    "2024-02-29T01:02:03.456789Z, 2024-02-29T01:02:03.456789Z",
    "2024-02-29T01:02:03.5, 2024-02-29T01:02:03.500Z",
    "2024-02-29T01:02:03+0000, 2024-02-29T01:02:03Z",
    "2024-02-29 01:02:03.5-0330, 2024-02-29T04:32:03.500Z",
    "2024-02-29T01:02:03+05:30, 2024-02-28T19:32:03Z",
    "2024-02-29T23:00:00-08:00, 2024-03-01T07:00:00Z"
  })
  void startsAndEndsAtWhatIsGivenInAnyForm(String text, Instant expected) {
    Settings settings = loadWith(Map.of("start_date", "2020-01-01", "end_date", text)).settings();

    assertThat(with("start_date", text).startDate()).isEqualTo(expected);
    assertThat(settings.endDate()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2023-02-29",
        "2024-13-01",
        "2024-1-1",
        "20240101",
        "1704067200",
        "01/02/2024",
        "+12024-01-01",
        "2024-01-01T24:00:00Z",
        "2024-01-01T00:00:00 UTC",
        "2024-01-01T00:00:00+0000+0000",
        "2024-01-01T00:00:00+2400",
        "2024-01-01Z"
      })
  void refusesWhatIsNotATime(String text) {
    String expected =
        " is \""
            + text
            + "\": give a date such as 2024-01-31 or a date-time such as 2024-01-31T08:30:00Z";

    assertThat(problemWith("start_date", text)).isEqualTo("TAP_KUSTOMER_START_DATE" + expected);
    assertThat(problemWith("end_date", text)).isEqualTo("TAP_KUSTOMER_END_DATE" + expected);
  }

  @Test
  void mayStartLaterThanTheLocalClockSays() {
    assertThat(with("start_date", "2026-11-24T10:15:31Z").startDate())
        .isEqualTo(SettingsFixture.NOW.plusSeconds(1));
  }

  @Test
  void mayEndInTheFuture() {
    assertThat(with("end_date", "2030-01-01").endDate()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-01-01", "2023-12-31"})
  void endsAfterItStarts(String end) {
    assertThat(problem(() -> loadWith(Map.of("start_date", "2024-01-01", "end_date", end))))
        .isEqualTo(
            "TAP_KUSTOMER_END_DATE is \""
                + end
                + "\": give a time after start_date, 2024-01-01T00:00:00Z");
  }

  @Test
  void endsAfterTheStartThatItHasByDefault() {
    assertThat(problemWith("end_date", "2025-11-24"))
        .endsWith("give a time after start_date, 2025-11-24T10:15:30Z");
  }

  @Test
  void isNotComparedWithAStartThatCannotBeRead() {
    assertThat(problem(() -> loadWith(Map.of("start_date", "soon", "end_date", "2020-01-01"))))
        .startsWith("TAP_KUSTOMER_START_DATE is \"soon\"")
        .doesNotContain("END_DATE");
  }
}

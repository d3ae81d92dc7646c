package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.SettingsFixture.problemWith;
import static io.github.tapkustomer.config.SettingsFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingLimitsTest {
  @ParameterizedTest
  @CsvSource({
    "page_size_limit, 1, 500",
    "date_window_size, 0.001, 3660",
    "lookback_window_seconds, 0, 604800",
    "rate_limit_reserve, 0, 0.9",
    "concurrency, 1, 16",
    "request_timeout_seconds, 0.001, 3600",
    "max_retries, 0, 100"
  })
  void admitsBothEnds(String key, String lowest, String highest) {
    assertThat(with(key, lowest)).isNotEqualTo(with(key, highest));
  }

  @ParameterizedTest
  @CsvSource({
    "page_size_limit, 0, 501, a whole number from 1 to 500",
    "date_window_size, 0, 3660.1, a number above 0 and up to 3660",
    "lookback_window_seconds, -1, 604801, a whole number from 0 to 604800",
    "rate_limit_reserve, -0.01, 0.91, a number from 0 to 0.9",
    "concurrency, 0, 17, a whole number from 1 to 16",
    "request_timeout_seconds, 0, 3600.5, a number above 0 and up to 3600",
    "max_retries, -1, 101, a whole number from 0 to 100"
  })
  void refusesWhatIsBeyondThem(String key, String tooLow, String tooHigh, String expected) {
    assertThat(problemWith(key, tooLow)).isEqualTo(sentence(key, tooLow, expected));
    assertThat(problemWith(key, tooHigh)).isEqualTo(sentence(key, tooHigh, expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"300", "300.0", " 300 ", "3e2", "3.00E+2", "+300"})
  void readsAWholeNumberHoweverItIsWritten(String text) {
    assertThat(with("page_size_limit", text).pageSizeLimit()).isEqualTo(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "ten", "0x10", "1d", "NaN", "true", "1,5", "1 0", "1e999999999"})
  void refusesWhatIsNotAWholeNumber(String text) {
    assertThat(problemWith("concurrency", text))
        .isEqualTo(sentence("concurrency", text, "a whole number from 1 to 16"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Infinity", "-Infinity", "NaN", "1e-999999999"})
  void refusesWhatIsNotANumber(String text) {
    assertThat(problemWith("date_window_size", text))
        .contains("is \"" + text + "\": give a number");
  }

  @ParameterizedTest
  @CsvSource({"0.5, PT12H", "1, P1D", "1.0, P1D", "3660, P3660D", "0.0000001, PT0.009S"})
  void readsPartsOfADay(String days, Duration window) {
    assertThat(with("date_window_size", days).dateWindow()).contains(window);
  }

  @ParameterizedTest
  @CsvSource({"0.25, PT0.25S", "0.0000001, PT0.001S", "3600, PT1H"})
  void readsPartsOfASecondButNeverNone(String seconds, Duration timeout) {
    assertThat(with("request_timeout_seconds", seconds).requestTimeout()).isEqualTo(timeout);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "TRUE, true",
    "1, true",
    "yes, true",
    "On, true",
    "False, false",
    "0, false",
    "no, false",
    "off, false"
  })
  void readsABooleanInAnyCase(String text, boolean expected) {
    assertThat(with("include_deleted", text).includeDeleted()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "-1", "perhaps", "yes no"})
  void refusesWhatIsNotABoolean(String text) {
    assertThat(problemWith("include_deleted", text))
        .isEqualTo(sentence("include_deleted", text, "true or false"));
  }

  private static String sentence(String key, String value, String expected) {
    String variable = "TAP_KUSTOMER_" + key.toUpperCase(Locale.ROOT);
    return variable + " is \"" + value + "\": give " + expected;
  }
}

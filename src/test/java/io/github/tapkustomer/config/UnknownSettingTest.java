package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.SettingsFixture.KEY;
import static io.github.tapkustomer.config.SettingsFixture.load;
import static io.github.tapkustomer.config.SettingsFixture.loadWith;
import static io.github.tapkustomer.config.SettingsFixture.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownSettingTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "startdate, start_date",
    "startDate, start_date",
    "start-date, start_date",
    "API_TOKEN, api_token",
    "api_tokne, api_token",
    "prod_pont, prod_point",
    "regions, region",
    "regi, region",
    "lookback-window, lookback_window_seconds",
    "page_size, page_size_limit",
    "lookback_window, lookback_window_seconds",
    "timeout, request_timeout_seconds",
    "include_delete, include_deleted"
  })
  void isTakenForTheNearestOne(String name, String nearest) {
    assertThat(UnknownSetting.nearest(name)).contains(nearest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stream_maps",
        "disable_collection",
        "flattening_enabled",
        "account_name",
        "state_date_format",
        "id",
        "a"
      })
  void suggestsNothingThatIsFarOff(String name) {
    assertThat(UnknownSetting.nearest(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', '', 0", "abc, abc, 0", "abc, '', 3", "kitten, sitting, 3", "ab, ba, 2"})
  void isAsFarAsTheLettersThatDiffer(String from, String to, int distance) {
    assertThat(UnknownSetting.distance(from, to)).isEqualTo(distance);
    assertThat(UnknownSetting.distance(to, from)).isEqualTo(distance);
  }

  @Test
  void isOnlyAWarningWhateverItHolds() {
    Path file =
        write(
            directory,
            "config.json",
            "{\"stream_maps\": {\"a\": [1, {}]}, \"api_tokens\": null, \"api_token\": \""
                + KEY
                + "\", \"page_size\": \"ten\"}");

    assertThat(load(file).warnings())
        .containsExactly(
            "unknown setting stream_maps is ignored",
            "unknown setting api_tokens is ignored; did you mean api_token?",
            "unknown setting page_size is ignored; did you mean page_size_limit?");
  }

  @Test
  void isNamedAsItsEnvironmentVariable() {
    assertThat(loadWith(Map.of("regoin", "eu")).warnings())
        .containsExactly("unknown setting TAP_KUSTOMER_REGOIN is ignored; did you mean region?");
  }

  @Test
  void isNotNamedIfItMightBeTheKey() {
    String longKey = KEY + KEY;
    Path file =
        write(
            directory,
            "config.json",
            "{\"api_token\": \"%s\", \"%s\": 1, \"a\\nb\": 1}".formatted(KEY, longKey));

    assertThat(load(file).warnings())
        .containsExactly(
            "unknown setting (not a name) is ignored", "unknown setting (not a name) is ignored");
  }
}

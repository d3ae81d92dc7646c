package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.SettingsFixture.KEY;
import static io.github.tapkustomer.config.SettingsFixture.reader;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.config.SettingsFixture.Loaded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentVariablesTest {
  @Test
  void areThoseOfTheTapAlone() {
    Map<String, String> environment =
        Map.of(
            "TAP_KUSTOMER_API_TOKEN", KEY,
            "TAP_KUSTOMER_MAX_RETRIES", "1",
            "MAX_RETRIES", "2",
            "tap_kustomer_max_retries", "3",
            "TAP_KUSTOMER__SELECT", "[\"customers.*\"]",
            "TAP_KUSTOMER_CACHE", "/var/cache/tap-kustomer",
            "TARGET_KUSTOMER_REGION", "eu");

    Loaded loaded = reader(environment).read(List.of("ENV"));

    assertThat(loaded.settings().maxRetries()).isEqualTo(1);
    assertThat(loaded.warnings()).isEmpty();
  }

  @Test
  void areReportedInTheOrderOfTheirNames() {
    Map<String, String> environment =
        Map.of(
            "TAP_KUSTOMER_API_TOKEN", KEY,
            "TAP_KUSTOMER_B", "1",
            "TAP_KUSTOMER_A", "1",
            "TAP_KUSTOMER_C", "1");

    assertThat(reader(environment).read(List.of("ENV")).warnings())
        .containsExactly(
            "unknown setting TAP_KUSTOMER_A is ignored",
            "unknown setting TAP_KUSTOMER_B is ignored",
            "unknown setting TAP_KUSTOMER_C is ignored");
  }

  @Test
  void preferTheKeyToAnAlias() {
    Map<String, String> environment =
        Map.of("TAP_KUSTOMER_API_KEY", "old-key", "TAP_KUSTOMER_API_TOKEN", KEY);

    Loaded loaded = reader(environment).read(List.of("ENV"));

    assertThat(loaded.settings().apiToken().reveal()).isEqualTo(KEY);
    assertThat(loaded.warnings())
        .containsExactly(
            "TAP_KUSTOMER_API_KEY is ignored, since TAP_KUSTOMER_API_TOKEN is given too");
  }
}

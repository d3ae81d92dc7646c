package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.SettingsFixture.loadWith;
import static io.github.tapkustomer.config.SettingsFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingTest {
  /** A value of each setting that is not its default. A new setting must be given one here. */
  private static final Map<String, String> SAMPLES =
      Map.ofEntries(
          Map.entry("api_token", "another-key"),
          Map.entry("start_date", "2026-01-01"),
          Map.entry("end_date", "2026-11-01"),
          Map.entry("org_name", "acme"),
          Map.entry("region", "in"),
          Map.entry("api_url", "https://proxy.example.com"),
          Map.entry("user_agent", "acme-warehouse"),
          Map.entry("page_size_limit", "10"),
          Map.entry("date_window_size", "30"),
          Map.entry("lookback_window_seconds", "0"),
          Map.entry("include_deleted", "false"),
          Map.entry("rate_limit_reserve", "0.5"),
          Map.entry("concurrency", "2"),
          Map.entry("request_timeout_seconds", "10"),
          Map.entry("max_retries", "3"),
          Map.entry("mask", "{\"customers.name\": \"redact\"}"),
          Map.entry("emit_activate_version_messages", "true"));

  private static final Settings DEFAULTS = loadWith(Map.of()).settings();

  /** Except the key that means nothing without a mask. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HMAC_KEY")
  void isReadByItsKeyAndByEachAlias(Setting setting) {
    assertThat(SAMPLES).containsKey(setting.key());
    String sample = SAMPLES.get(setting.key());

    Settings changed = with(setting.key(), sample);

    assertThat(changed).isNotEqualTo(DEFAULTS);
    for (String alias : setting.aliases()) {
      assertThat(with(alias, sample)).isEqualTo(changed);
    }
  }

  @Test
  void readsTheKeyOfAMask() {
    String mask = "{\"customers.name\": \"hmac\"}";

    assertThat(loadWith(Map.of("mask", mask, "hmac_key", "one")).settings())
        .isEqualTo(loadWith(Map.of("mask", mask, "hmac_key", "one")).settings())
        .isNotEqualTo(loadWith(Map.of("mask", mask, "hmac_key", "two")).settings());
  }

  @ParameterizedTest
  @EnumSource
  void isDescribedInASentence(Setting setting) {
    assertThat(setting.description()).matches("[A-Z].*[.]");
    assertThat(setting.key()).matches("[a-z_]+").isEqualTo(nameInLowerCase(setting));
    assertThat(setting.environmentVariable()).isEqualTo("TAP_KUSTOMER_" + setting.name());
  }

  @Test
  void hasANameOfItsOwn() {
    List<String> names = Arrays.stream(Setting.values()).flatMap(Setting::names).toList();

    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void keepsKeysSecretAndRequiresTheApis() {
    assertThat(Setting.values())
        .filteredOn(setting -> setting.type().secret())
        .containsExactly(Setting.API_TOKEN, Setting.MASK, Setting.HMAC_KEY);
    assertThat(Setting.values()).filteredOn(Setting::required).containsExactly(Setting.API_TOKEN);
  }

  @Test
  void offersTheRegionsAsChoices() {
    assertThat(Setting.REGION.type().choices()).containsExactly("us", "eu", "in");
  }

  private static String nameInLowerCase(Setting setting) {
    return setting.name().toLowerCase(Locale.ROOT);
  }
}

package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.SettingsFixture.KEY;
import static io.github.tapkustomer.config.SettingsFixture.loadWith;
import static io.github.tapkustomer.config.SettingsFixture.problem;
import static io.github.tapkustomer.config.SettingsFixture.problemWith;
import static io.github.tapkustomer.config.SettingsFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.TapException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokenTest {
  @ParameterizedTest
  @ValueSource(strings = {"%s", "  %s\n", "Bearer %s", "bearer  %s "})
  void isTakenWithoutWhatSurroundsIt(String format) {
    assertThat(with("api_token", String.format(format, KEY)).apiToken().reveal()).isEqualTo(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "YOUR_KUSTOMER_API_KEY",
        "YOUR_API_TOKEN",
        "your_key",
        "Bearer YOUR_API_TOKEN",
        "<your key here>"
      })
  void isNotThePlaceholder(String text) {
    assertThat(problemWith("api_token", text))
        .isEqualTo(
            "TAP_KUSTOMER_API_TOKEN is still the placeholder of the sample: put your key there"
                + " (Kustomer: Settings > Security > API Keys)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"two words", "two\nlines", "bell\u0007", "caf\u00e9", "Bearer", "a\u00a0b"})
  void fitsIntoAHeader(String text) {
    assertThat(problemWith("api_token", text))
        .startsWith("TAP_KUSTOMER_API_TOKEN is not a valid API key")
        .doesNotContain(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'%s'", "\"%s\""})
  void isNotQuoted(String format) {
    assertThat(problemWith("api_token", String.format(format, KEY)))
        .startsWith("TAP_KUSTOMER_API_TOKEN has quotes around it: remove them");
  }

  @ParameterizedTest
  @EnumSource
  void isInNoMessageEvenIfAnotherSettingHoldsIt(Setting setting) {
    for (String held : List.of(KEY, "https://" + KEY + "/\u00e9", "Bearer " + KEY + "\n\n.")) {
      Map<String, String> values = new HashMap<>(Map.of("api_token", "Bearer " + KEY));
      values.put(setting.key(), held);

      assertThat(messages(values)).doesNotContain(KEY.substring(0, 20));
    }
  }

  @Test
  void isHiddenEvenIfShort() {
    assertThat(problem(() -> loadWith(Map.of("api_token", "short-key", "region", "short-key"))))
        .startsWith("TAP_KUSTOMER_REGION is \"****\": ");
  }

  @Test
  void isTooShortToBeHiddenBelowEightCharacters() {
    assertThat(problem(() -> loadWith(Map.of("api_token", "mars", "region", "mars-1"))))
        .startsWith("TAP_KUSTOMER_REGION is \"mars-1\": ");
  }

  @Test
  void isNotPrintedWithTheSettings() {
    assertThat(loadWith(Map.of()).toString()).contains("apiToken=****").doesNotContain(KEY);
  }

  private static String messages(Map<String, String> values) {
    try {
      return loadWith(values).warnings().toString();
    } catch (TapException e) {
      return e.getMessage();
    }
  }
}

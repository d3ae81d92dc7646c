package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.SettingsFixture.problemWith;
import static io.github.tapkustomer.config.SettingsFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentTest {
  @Test
  void isAnyPrintableText() {
    String everySign = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ a Z 0";

    assertThat(with("user_agent", everySign).userAgent()).isEqualTo(everySign);
  }

  @ParameterizedTest
  @ValueSource(strings = {"caf\u00e9", "two\nlines", "a\ttab", "a\u007fb", "\u4f8b"})
  void fitsIntoAHeader(String text) {
    assertThat(problemWith("user_agent", text))
        .startsWith("TAP_KUSTOMER_USER_AGENT is \"")
        .endsWith("\": give a text of printable ASCII characters");
  }
}

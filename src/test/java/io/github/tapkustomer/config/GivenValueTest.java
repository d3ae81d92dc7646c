package io.github.tapkustomer.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenValueTest {
  @ParameterizedTest
  @CsvSource({
    "https://user:pass/word@host/v1, ****@host/v1",
    "https://host/v1?key=secret, https://host/v1...",
    "https://host/v1#secret, https://host/v1...",
    "0123456789012345678901234567890123456789, 0123456789012345678901234567890123456789",
    "01234567890123456789012345678901234567890, 0123456789012345678901234567890123456789..."
  })
  void showsNeitherALoginNorAQueryNorMoreThanALittle(String text, String shown) {
    assertThat(new GivenValue("api_url", text).isNot("another"))
        .isEqualTo("api_url is \"" + shown + "\": give another");
  }

  @Test
  void staysOnOneLine() {
    assertThat(new GivenValue("region", "us\neu\u001b[1m").isNot("one"))
        .isEqualTo("region is \"us eu [1m\": give one");
  }
}

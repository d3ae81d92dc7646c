package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.SettingsFixture.loadWith;
import static io.github.tapkustomer.config.SettingsFixture.problem;
import static io.github.tapkustomer.config.SettingsFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.mask.Mask;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskReaderTest {
  @ParameterizedTest
  @CsvSource({
    "null, null",
    "redact, redact",
    "sha256, sha256",
    "hmac:k, hmac",
    "partial:1, partial:1",
    "partial:99, partial:99"
  })
  void knowsTheWays(String way, String shown) {
    assertThat(with("mask", mask(way)).masks().all())
        .extracting(Mask::toString)
        .containsExactly("customers.name (" + shown + ")");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "md5", "SHA256", "hmac-k", "partial", "partial:0", "partial:-1", "partial:x"})
  void refusesOthers(String way) {
    assertThat(problem(() -> with("mask", mask(way))))
        .isEqualTo(
            "TAP_KUSTOMER_MASK: the way of \"customers.name\" is unknown: give null, redact,"
                + " sha256, hmac, hmac:<key>, or partial:<n> with n from 1 to 99");
  }

  @ParameterizedTest
  @CsvSource({
    "hmac,",
    "hmac:,",
    "hmac:, a key",
    "hmac:<key>, a key",
    "hmac, YOUR_LONG_RANDOM_TEXT",
    "hmac, <a long random text>"
  })
  void refusesAnHmacWithoutAKey(String way, String key) {
    Map<String, String> settings =
        key == null ? Map.of("mask", mask(way)) : Map.of("mask", mask(way), "hmac_key", key);

    assertThat(problem(() -> loadWith(settings)))
        .isEqualTo(
            "TAP_KUSTOMER_MASK: the way of \"customers.name\" needs a key: set hmac_key to a long"
                + " text of your own, or give hmac:<key>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"!customers.name", ".", ""})
  void refusesWhatIsNotAPattern(String pattern) {
    assertThat(problem(() -> with("mask", "{\"" + pattern + "\": \"redact\"}")))
        .contains("\"" + pattern + "\" is not a pattern");
  }

  @Test
  void tellsAllProblemsAtOnce() {
    String masks = "{\"!a.b\": \"redact\", \"a.c\": \"md5\", \"a.d\": 5, \"a.e\": \"hmac\"}";

    assertThat(problem(() -> with("mask", masks)))
        .contains("4 problems", "\"!a.b\"", "\"a.c\"", "\"a.d\"", "\"a.e\"");
  }

  private static String mask(String way) {
    return "{\"customers.name\": \"" + way + "\"}";
  }
}

package io.github.tapkustomer.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private final Encoding customers = Encoding.of("customers");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1.50",
        "1e3",
        "1E+3",
        "0.1e-7",
        "1200000000000000000000000000",
        "3.141592653589793"
      })
  void keepsTheDigitsOfNumbers(String number) {
    customers.attributes(
        "\"totalSpentNum\":%1$s,\"newNum\":%1$s,\"custom\":{\"xNum\":[%1$s]}".formatted(number));

    assertThat(customers.text())
        .contains("\"total_spent_num\":" + number + ",")
        .contains("\"new_num\":" + number + ",")
        .contains("\"x_num\":[" + number + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-27T22:30:48.939Z, 2026-07-27T22:30:48.939Z",
    "2026-07-27T22:30:48Z, 2026-07-27T22:30:48.000Z",
    "2026-07-27T22:30:48.123456Z, 2026-07-27T22:30:48.123456Z",
    "2026-07-27T22:30:48.939+02:00, 2026-07-27T20:30:48.939Z",
    "2026-07-27 22:30:48+0000, 2026-07-27T22:30:48.000Z",
    "0001-01-01T00:00:00.000Z, 0001-01-01T00:00:00.000Z",
    "2028-02-29T00:00:00.000Z, 2028-02-29T00:00:00.000Z"
  })
  void writesDateTimesOneWay(String given, String written) {
    JsonNode record = customers.attributes("\"lastSeenAt\":\"" + given + "\"");

    assertThat(record.path("last_seen_at").asText()).isEqualTo(written);
    assertThat(customers.plan().version()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-07-27",
        "2026-07-27 22:30:48",
        "0000-12-31T23:59:59.000Z",
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
        "2026-07-27T22:30:60.000Z",
        "2026-02-30T22:30:48.939Z",
        "2026-07-27T24:30:48.939Z",
        "2026-07-27T22:30:4x.939Z",
        "2026-13-27T22:30:48.939Z"
      })
  void sendsWhatIsNotADateTimeAsText(String given) {
    assertThat(customers.schema().at("/properties/last_seen_at/format").asText())
        .isEqualTo("date-time");

    JsonNode record = customers.attributes("\"lastSeenAt\":\"" + given + "\"");

    assertThat(record.get("last_seen_at").isNull()).isTrue();
    assertThat(record.path("last_seen_at__v_text").asText()).isEqualTo(given);
    assertThat(customers.schema().at("/properties/last_seen_at/format").asText())
        .isEqualTo("date-time");
    assertThat(customers.plan().version()).isEqualTo(1);
  }

  @Test
  void passesTextThroughWhateverItHolds() {
    String text = "tab\\t \\u0000 quote\\\" slash\\/ é \\u00e9 😀 \\ud83d\\ude00 \u2028 \\\\";
    JsonNode record = customers.attributes("\"name\":\"" + text + "\"");

    assertThat(record.path("name").asText())
        .isEqualTo("tab\t \uFFFD quote\" slash/ é é 😀 😀 \u2028 \\");
    assertThat(customers.text().lines()).hasSize(1);
  }

  @Test
  void replacesHalvesOfSurrogatePairs() {
    JsonNode record = customers.attributes("\"name\":\"a\\ud800b\",\"newMap\":{\"x\":\"\\udc00\"}");

    assertThat(record.path("name").asText()).isEqualTo("a\uFFFDb");
    assertThat(record.path("new_map").elements().next().asText()).isEqualTo("\uFFFD");
  }

  @Test
  void passesTwentyFiveMegabytesOfText() {
    String text = "0123456789é\\n".repeat(2_000_000);
    JsonNode record = customers.attributes("\"name\":\"" + text + "\"");

    assertThat(record.path("name").asText()).hasSize(24_000_000);
    assertThat(record.path("name").asText().hashCode())
        .isEqualTo(text.replace("\\n", "\n").hashCode());
  }

  @ParameterizedTest
  @CsvSource({"custom.deepObj, custom", "newDeep, new_deep"})
  void passesTwoThousandLevels(String place, String column) {
    String deep = "{\"aB\":[".repeat(1_000) + "1" + "]}".repeat(1_000);
    boolean custom = place.startsWith("custom");
    customers.attributes(
        custom ? "\"custom\":{\"deepObj\":" + deep + "}" : "\"" + place + "\":" + deep);

    assertThat(customers.text())
        .contains("\"" + column.toLowerCase(Locale.ROOT) + "\":")
        .contains("{\"a_b\":[".repeat(1_000) + "1" + "]}".repeat(1_000));
  }
}

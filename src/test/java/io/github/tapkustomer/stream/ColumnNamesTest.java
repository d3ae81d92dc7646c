package io.github.tapkustomer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNamesTest {
  private static final Pattern CAPITALISED = Pattern.compile("(.)([A-Z][a-z]+)");
  private static final Pattern AFTER_SMALL = Pattern.compile("([a-z0-9])([A-Z])");

  /** Stitch's rule, as its Python says it. */
  private static String stitch(String name) {
    String marked = CAPITALISED.matcher(name).replaceAll("$1_$2");
    return AFTER_SMALL.matcher(marked).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @CsvSource({
    "id, id",
    "lastMessageAt, last_message_at",
    "os00Str, os00_str",
    "HTTPServer, http_server",
    "customerID, customer_id",
    "IDs, i_ds",
    "A, a",
    "AB, ab",
    "Ab, ab",
    "aB, a_b",
    "already_snake, already_snake",
    "with_Capital, with__capital",
    "ecomm-order_orderNumberStr, ecomm-order_order_number_str",
    "größeNum, größe_num",
    "nameÉtat, nameétat",
    "sla2Version, sla2_version",
    "x.yZ, x.y_z",
    "'', ''"
  })
  void namesColumnsAsStitchDoes(String attribute, String column) {
    assertThat(ColumnNames.of(attribute)).isEqualTo(column);
    assertThat(stitch(attribute)).as("the rule itself").isEqualTo(column);
  }

  @ParameterizedTest
  @CsvSource({"a\"b, a_b", "a%sB, a_s_b"})
  void leavesOutWhatStopsSomeTargets(String attribute, String column) {
    assertThat(ColumnNames.of(attribute)).isEqualTo(column);
  }

  @Test
  void agreesWithTheRuleOnAnyName() {
    Random random = new Random(11);
    String letters = "abzABZ09_-é";
    for (int i = 0; i < 200_000; i++) {
      StringBuilder name = new StringBuilder();
      for (int length = random.nextInt(10); length > 0; length--) {
        name.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(ColumnNames.of(name.toString())).as(name.toString()).isEqualTo(stitch(name + ""));
    }
  }
}

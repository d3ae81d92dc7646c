package io.github.tapkustomer.sandbox.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonOutTest {

  @Test
  void writesEveryKindOfValue() {
    JsonOut out = new JsonOut(1).open().text("a", "x").none("b").flag("c", true).number("d", -12);
    out.hundredths("e", 1905).hundredths("f", -5).time("g", 0).texts("h", "y", "{").open("i");
    out.close().openList("j").open().close().open().close().closeList().close();
    assertThat(text(out))
        .isEqualTo(
            "{\"a\":\"x\",\"b\":null,\"c\":true,\"d\":-12,\"e\":19.05,\"f\":-0.05,"
                + "\"g\":\"1970-01-01T00:00:00.000Z\",\"h\":[\"y\",\"{\"],\"i\":{},\"j\":[{},{}]}");
  }

  @Test
  void escapesWhatMustBe() {
    JsonOut out = new JsonOut(1).open().text("a", "\"\\\n\t\u0001 Zoë").close();
    assertThat(text(out)).isEqualTo("{\"a\":\"\\\"\\\\\\u000a\\u0009\\u0001 Zoë\"}");
  }

  private static String text(JsonOut out) {
    return new String(out.toByteArray(), UTF_8);
  }
}

package io.github.tapkustomer.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.fuzz.FuzzCases;
import io.github.tapkustomer.record.json.JsonFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Any schema and any values, over two runs: each record matches the schema before it. */
class RandomValuesTest {
  private static final int CASES = 300;
  private static final ObjectMapper JSON = new ObjectMapper(JsonFormat.FACTORY);
  private static final List<String> COLUMNS = List.of("c0", "c1", "c2", "c3");
  private static final List<String> PLAIN =
      List.of(
          "null",
          "true",
          "0",
          "-0",
          "1.5",
          "1e400",
          "9223372036854775808",
          "\"5\"",
          "\"text\"",
          "\"\"",
          "\"1.5\"",
          "\"false\"",
          "\"2026-01-01T00:00:00.000Z\"",
          "\"2026-02-30\"",
          "\"a\\u0000b\"");

  @Test
  @Timeout(300)
  void eachRecordIsAsTheSchemaBeforeItSays() throws IOException {
    FuzzCases.each(
        CASES,
        seed -> {
          Random random = new Random(seed);
          ObjectNode schema = new RandomSchema(random, COLUMNS).next();
          ObjectNode remembered = JSON.createObjectNode();
          JsonNode before = null;
          for (int run = 0; run < 2; run++) {
            boolean closed = seed % 2 == 0;
            Encoding encoding = Encoding.remembering("tags", schema.deepCopy(), closed, remembered);
            if (before != null && closed) {
              assertGrown(before, encoding.schema());
            }
            before = encoding.schema();
            for (int i = 0; i < 8; i++) {
              String attributes = object(random, 0);
              JsonNode record =
                  encoding.attributes(attributes.substring(1, attributes.length() - 1));
              JsonNode now = encoding.schema();
              assertGrown(before, now);
              assertFits(now, record, "seed " + seed + ": " + attributes + " as " + record);
              before = now;
            }
            remembered = encoding.plan().addedColumns();
          }
        });
  }

  private static String object(Random random, int depth) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      members.add("\"c" + i + "\":" + value(random, depth + 1));
    }
    return "{" + String.join(",", members) + "}";
  }

  private static String value(Random random, int depth) {
    int kind = random.nextInt(depth < 4 ? 8 : 6);
    if (kind == 6) {
      return object(random, depth);
    }
    if (kind == 7) {
      List<String> items = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        items.add(value(random, depth + 1));
      }
      return "[" + String.join(" , ", items) + "]";
    }
    return PLAIN.get(random.nextInt(PLAIN.size()));
  }

  /** No type changed, and new columns come last. */
  private static void assertGrown(JsonNode before, JsonNode now) {
    assertThat(now.path("type")).isEqualTo(before.path("type"));
    assertThat(now.path("format")).isEqualTo(before.path("format"));
    Iterator<String> names = now.path("properties").fieldNames();
    before
        .path("properties")
        .properties()
        .forEach(
            known -> {
              assertThat(names.next()).isEqualTo(known.getKey());
              assertGrown(known.getValue(), now.path("properties").path(known.getKey()));
            });
    if (before.has("items")) {
      assertGrown(before.path("items"), now.path("items"));
    }
  }

  private static void assertFits(JsonNode schema, JsonNode value, String what) {
    JsonNode declared = schema.path("type");
    String type =
        declared.isArray() ? declared.get(declared.size() - 1).asText() : declared.asText();
    if (type.isEmpty() || value.isNull() && declared.isArray()) {
      return;
    }
    boolean fits =
        switch (type) {
          case "string" ->
              value.isTextual()
                  && value.textValue().indexOf(0) < 0
                  && (!schema.has("format")
                      || Timestamps.parseRfc3339(value.textValue()).isPresent());
          case "integer" -> value.isIntegralNumber() && value.canConvertToLong();
          case "number" -> value.isNumber() && Double.isFinite(value.doubleValue());
          case "boolean" -> value.isBoolean();
          case "array" -> value.isArray();
          default -> value.isObject();
        };
    assertThat(fits).as(what + ": " + value + " is no " + schema).isTrue();
    value
        .properties()
        .forEach(
            member -> {
              JsonNode own = schema.path("properties").path(member.getKey());
              if (schema.has("properties")) {
                assertThat(own.isObject()).as(what + ": " + member.getKey()).isTrue();
              }
              assertFits(own, member.getValue(), what);
            });
    if (schema.has("items")) {
      value.forEach(item -> assertFits(schema.path("items"), item, what));
    }
  }
}

package io.github.tapkustomer.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.Secret;
import io.github.tapkustomer.fuzz.FuzzCases;
import io.github.tapkustomer.mask.Mask;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.mask.Way;
import io.github.tapkustomer.singer.FieldPattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Any schema, any masks, and any values, over two runs: no masked value leaves in plain. Which are
 * masked is told here by the patterns alone, in another way than the tap does it.
 */
class RandomMasksTest {
  private static final int CASES = 400;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NAMES = List.of("c0", "c1", "c2", "extraNum", "extraAt");
  private static final List<Way> WAYS =
      List.of(
          new Way.Nothing(),
          new Way.Redact(),
          new Way.Sha256(),
          new Way.Hmac(new Secret("k")),
          new Way.Partial(3));

  /** A value that can be found again, and where it stands: its path, and those of its parents. */
  private record Leaf(String shown, List<String> paths) {}

  private final List<Leaf> leaves = new ArrayList<>();
  private int number;
  private long hidden;
  private long plain;

  @Test
  @Timeout(300)
  void noMaskedValueLeaves() throws IOException {
    FuzzCases.each(
        CASES,
        seed -> {
          Random random = new Random(seed);
          ObjectNode schema = JSON.createObjectNode();
          schema.put("type", "object").set("properties", properties(random, 0));
          ObjectNode properties = (ObjectNode) schema.get("properties");
          properties.putObject("id").put("type", "string");
          if (random.nextBoolean()) {
            // Each attribute leaves twice then.
            properties.putObject("attributes").put("type", "object");
          }
          Masks masks = masks(random);
          ObjectNode remembered = JSON.createObjectNode();
          for (int run = 0; run < 2; run++) {
            Encoding encoding =
                Encoding.masked("cards", schema.deepCopy(), remembered.deepCopy(), masks);
            for (int i = 0; i < 6; i++) {
              leaves.clear();
              String attributes = object(random, List.of(), 0);
              encoding.attributes(attributes.substring(1, attributes.length() - 1));
              remembered = encoding.plan().addedColumns();
              check(masks, encoding.text() + encoding.schema() + remembered, "seed " + seed);
            }
          }
        });
    assertThat(hidden).isGreaterThan(CASES);
    assertThat(plain).isGreaterThan(CASES);
  }

  private void check(Masks masks, String output, String seed) {
    for (Leaf leaf : leaves) {
      boolean isMasked =
          masks.all().stream()
              .map(mask -> mask.pattern().toString().replaceFirst("^[^.]*\\.", ""))
              .anyMatch(field -> leaf.paths().stream().anyMatch(path -> fits(field, path)));
      if (isMasked) {
        hidden++;
        assertThat(output).as(seed + ": " + leaf + " by " + masks).doesNotContain(leaf.shown());
      } else if (output.contains(leaf.shown())) {
        plain++;
      }
    }
  }

  private static boolean fits(String field, String path) {
    return matches(field, path) || matches(field, path.replace("[].", "."));
  }

  private static boolean matches(String pattern, String text) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    if (pattern.charAt(0) == '*') {
      return matches(pattern.substring(1), text)
          || !text.isEmpty() && matches(pattern, text.substring(1));
    }
    return !text.isEmpty()
        && pattern.charAt(0) == text.charAt(0)
        && matches(pattern.substring(1), text.substring(1));
  }

  private static Masks masks(Random random) {
    List<Mask> masks = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      StringBuilder field = new StringBuilder();
      for (int names = random.nextInt(3); names >= 0; names--) {
        String name = snake(NAMES.get(random.nextInt(NAMES.size())));
        field.append(
            switch (random.nextInt(6)) {
              case 0 -> name.charAt(0) + "*" + name.substring(name.length() - 1);
              case 1 -> names == 0 ? name + "[]" : "*" + name;
              default -> name;
            });
        field.append(names == 0 ? "" : ".");
      }
      FieldPattern pattern =
          FieldPattern.parse((random.nextBoolean() ? "*." : "cards.") + field).orElseThrow();
      masks.add(new Mask(pattern, WAYS.get(random.nextInt(WAYS.size()))));
    }
    return new Masks(masks);
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
  }

  private static ObjectNode properties(Random random, int depth) {
    ObjectNode properties = JSON.createObjectNode();
    NAMES.subList(0, 4).forEach(name -> properties.set(snake(name), property(random, depth)));
    return properties;
  }

  private static ObjectNode property(Random random, int depth) {
    List<String> types =
        List.of("string", "string", "integer", "number", "array", "object", "object");
    String type = types.get(random.nextInt(types.size()));
    ObjectNode schema = JSON.createObjectNode().put("type", type);
    if (type.equals("string") && random.nextBoolean()) {
      schema.put("format", "date-time");
    } else if (type.equals("object") && depth < 2 && random.nextBoolean()) {
      schema.set("properties", properties(random, depth + 1));
    } else if (type.equals("array") && depth < 3 && random.nextBoolean()) {
      schema.set("items", property(random, depth + 1));
    }
    return schema;
  }

  private String object(Random random, List<String> paths, int depth) {
    String prefix = paths.isEmpty() ? "" : paths.get(paths.size() - 1) + ".";
    return NAMES.stream()
        .map(
            name ->
                "\"" + name + "\":" + value(random, with(paths, prefix + snake(name)), depth + 1))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String value(Random random, List<String> paths, int depth) {
    int kind = random.nextInt(depth < 4 ? 8 : 5);
    if (kind == 5 || kind == 6) {
      return object(random, paths, depth);
    }
    if (kind == 7) {
      String array = paths.get(paths.size() - 1);
      String items = array.endsWith("[]") ? array : array + "[]";
      List<String> values = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        values.add(value(random, with(paths, items), depth + 1));
      }
      return "[" + String.join(" , ", values) + "]";
    }
    return leaf(kind, paths);
  }

  private String leaf(int kind, List<String> paths) {
    number++;
    String shown =
        switch (kind) {
          case 0 -> "plain text " + number + " of mine";
          case 1 -> Integer.toString(1_234_000_000 + number);
          case 2 -> "0." + (9_876_000_000L + number);
          case 3 -> "2031-05-06T07:08:%02d.%03dZ".formatted(number / 1000 % 60, number % 1000);
          default -> "ünïcode \uD83D\uDE00 " + number + " end";
        };
    leaves.add(new Leaf(shown, paths));
    return kind == 1 || kind == 2 ? shown : "\"" + shown + "\"";
  }

  private static List<String> with(List<String> paths, String path) {
    List<String> longer = new ArrayList<>(paths);
    longer.add(path);
    return longer;
  }
}

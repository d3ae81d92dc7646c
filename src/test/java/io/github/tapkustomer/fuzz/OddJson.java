package io.github.tapkustomer.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes good JSON odd, bad or broken; the same seed gives the same result. */
public final class OddJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** JSON in place of what is expected. */
  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e400",
          "-0.0",
          "123456789012345678901234567890",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00x\\u2028\"",
          "\"2999-01-01T00:00:00.000Z\"",
          "\"1970-01-01\"",
          "\"0000-00-00\"",
          "[]",
          "[null]",
          "{}",
          "{\"\":\"\"}",
          "{\"id\":{\"id\":1}}",
          "{\"\\ud800\":1,\"a\\u0000\":2}",
          "[[[[[[[[]]]]]]]]",
          "{\"a\":".repeat(300) + "1" + "}".repeat(300),
          "\"" + "long ".repeat(3_000) + "\"");

  private static final List<String> NAMES =
      List.of("", "id", "type", "data", "updatedAt", "updated_at", "streams", "a.b", "\u2028", "Ä");

  private final Random random;

  public OddJson(long seed) {
    this.random = new Random(seed);
  }

  /** The text with a few changes, mostly to its tree, now and then to its bytes. */
  public byte[] of(String json) {
    return random.nextInt(5) > 0 ? changed(json).getBytes(UTF_8) : torn(json.getBytes(UTF_8));
  }

  private String changed(String json) {
    JsonNode root = tree(json);
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      List<ContainerNode<?>> containers = new ArrayList<>();
      collect(root, containers);
      if (!containers.isEmpty()) {
        change(pick(containers));
      }
    }
    String text = root.toString();
    for (int i = 0; i < ODD.size(); i++) {
      // Inserted as text, since Jackson would not write such a tree.
      text = text.replace("\"odd " + i + "\"", ODD.get(i));
    }
    return text;
  }

  private static void collect(JsonNode node, List<ContainerNode<?>> containers) {
    if (node instanceof ContainerNode<?> container && !container.isEmpty()) {
      containers.add(container);
      container.forEach(child -> collect(child, containers));
    }
  }

  private void change(ContainerNode<?> container) {
    String odd = "odd " + random.nextInt(ODD.size());
    if (container instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = pick(names);
      switch (random.nextInt(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(pick(NAMES), object.get(name));
        case 2 -> object.put(pick(NAMES), odd);
        default -> object.put(name, odd);
      }
    } else if (container instanceof ArrayNode array) {
      int index = random.nextInt(array.size());
      switch (random.nextInt(4)) {
        case 0 -> array.remove(index);
        case 1 -> array.add(array.get(index));
        case 2 -> array.insert(0, array.remove(index));
        default -> array.set(index, odd);
      }
    }
  }

  private byte[] torn(byte[] text) {
    int at = random.nextInt(text.length);
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(text, at);
      case 1 -> with(text, at, random.nextInt(256));
      case 2 -> with(text, at, "\"\\{}[],:0".charAt(random.nextInt(9)));
      case 3 -> joined(Arrays.copyOf(text, at), Arrays.copyOfRange(text, at / 2, text.length));
      default -> {
        int end = Math.min(text.length, at + 1 + random.nextInt(20));
        yield joined(Arrays.copyOf(text, at), Arrays.copyOfRange(text, end, text.length));
      }
    };
  }

  private static byte[] with(byte[] text, int at, int value) {
    text[at] = (byte) value;
    return text;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON to begin with", e);
    }
  }
}

package io.github.tapkustomer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that holds a JSON object, such as a config, a catalog or a state. A problem is one line
 * that names the file and the place, and never quotes what the file holds.
 */
public final class JsonFile {
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);

  private JsonFile() {}

  /**
   * Reads the object.
   *
   * @param what what the file is to the user: "config", "catalog", "state"
   * @param longest the largest size that such a file may have, in bytes
   * @throws TapException of kind BAD_INPUT if there is no such file or it holds no object
   */
  public static ObjectNode read(String what, Path path, int longest) {
    return object(what, path, TextFile.read(what, path, longest))
        .orElseThrow(() -> TextFile.unusable(what, path, "is empty: it must hold a JSON object"));
  }

  /**
   * Reads the last object of a file that has one or, like a target's output, one on each line.
   *
   * @param what what the file is to the user
   * @param longest the largest size that such a file may have, in bytes
   * @throws TapException of kind BAD_INPUT if there is no such file or one of its lines is no
   *     object
   */
  public static Last readLast(String what, Path path, int longest) {
    String text = TextFile.read(what, path, longest);
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() < 2 || !isObject(lines.get(0))) {
      return new Last(object(what, path, text), 1);
    }
    if (!lines.stream().allMatch(JsonFile::isObject)) {
      throw TextFile.unusable(
          what,
          path,
          "has several lines, and not every line is a whole JSON object: keep only the last whole"
              + " one, for example with tail -n 1");
    }
    return new Last(object(what, path, lines.get(lines.size() - 1)), lines.size());
  }

  /**
   * What a file ends with.
   *
   * @param object absent if the file is empty
   * @param lines how many objects the file has, one on each line
   */
  public record Last(Optional<ObjectNode> object, int lines) {}

  private static boolean isObject(String line) {
    try {
      return JSON.readTree(line) instanceof ObjectNode;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** The text as an object; empty if it is blank. */
  private static Optional<ObjectNode> object(String what, Path path, String text) {
    try {
      JsonNode root = JSON.readTree(text);
      if (root instanceof ObjectNode object) {
        return Optional.of(object);
      }
      if (root.isMissingNode()) {
        return Optional.empty();
      }
      throw TextFile.unusable(what, path, "holds " + article(root) + ", not a JSON object");
    } catch (JsonProcessingException e) {
      throw TextFile.unusable(
          what, path, "is not valid JSON: " + reason(e) + place(e.getLocation()));
    }
  }

  private static String reason(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    if (message.startsWith("Duplicate field")) {
      return "a key appears twice";
    }
    if (message.contains("nesting depth")) {
      return "it is nested too deeply";
    }
    return message.startsWith("Unexpected end-of-input") ? "it ends too early" : "a syntax error";
  }

  private static String place(JsonLocation at) {
    return at == null || at.getLineNr() < 1
        ? ""
        : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static String article(JsonNode node) {
    String type = node.getNodeType().toString().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "null" -> type;
      case "array" -> "an " + type;
      default -> "a " + type;
    };
  }
}

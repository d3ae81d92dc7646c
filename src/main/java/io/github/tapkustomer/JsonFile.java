package io.github.tapkustomer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file with a JSON object in it, such as a config, a catalog or a state. What is wrong with it is
 * told in one line that names the file and the place, and never quotes it.
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
   * @param longest bytes that such a file can have at the most
   * @throws TapException of kind BAD_INPUT, where there is no such file or no such object in it
   */
  public static ObjectNode read(String what, Path path, long longest) {
    return object(what, path, bytes(what, path, longest))
        .orElseThrow(() -> bad(what, path, "is empty; it must hold a JSON object"));
  }

  /**
   * Reads the last object of a file that has one or, as a target's output does, one on each line.
   *
   * @param what what the file is to the user
   * @param longest bytes that such a file can have at the most
   * @throws TapException of kind BAD_INPUT, where there is no such file, or a part of it is no
   *     object
   */
  public static Last readLast(String what, Path path, long longest) {
    byte[] bytes = bytes(what, path, longest);
    List<String> lines = new String(bytes, UTF_8).lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() < 2 || !isObject(lines.get(0))) {
      return new Last(object(what, path, bytes), 1);
    }
    for (String line : lines) {
      if (!isObject(line)) {
        throw bad(
            what,
            path,
            "has several lines, of which not each is a whole JSON object: keep the last whole one"
                + " alone, as by tail -n 1");
      }
    }
    byte[] last = lines.get(lines.size() - 1).getBytes(UTF_8);
    return new Last(object(what, path, last), lines.size());
  }

  /**
   * What a file ends with.
   *
   * @param object absent where the file is empty
   * @param lines how many objects stand in the file, one on each line
   */
  public record Last(Optional<ObjectNode> object, int lines) {}

  private static boolean isObject(String line) {
    try {
      return JSON.readTree(line) instanceof ObjectNode;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** The object that the text is, nothing where it is blank. */
  private static Optional<ObjectNode> object(String what, Path path, byte[] bytes) {
    try {
      JsonNode root = JSON.readTree(bytes);
      if (root instanceof ObjectNode object) {
        return Optional.of(object);
      }
      if (bytes.length == 0 || root.isMissingNode()) {
        return Optional.empty();
      }
      throw bad(what, path, "holds no JSON object but " + article(root));
    } catch (JsonProcessingException e) {
      throw bad(what, path, "is not valid JSON: " + reason(e) + place(e.getLocation()));
    } catch (IOException e) {
      throw bad(what, path, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static byte[] bytes(String what, Path path, long longest) {
    if (!Files.exists(path)) {
      throw bad(what, path, "does not exist: check the path");
    }
    if (Files.isDirectory(path)) {
      throw bad(what, path, "is a directory: name a file in it");
    }
    if (!Files.isReadable(path)) {
      throw bad(what, path, "cannot be read: permission denied");
    }
    try (var in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes((int) longest + 1);
      if (bytes.length > longest) {
        throw bad(what, path, "is larger than " + longest + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw bad(what, path, "cannot be read: " + e.getMessage());
    }
  }

  private static String reason(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    if (message.startsWith("Duplicate field")) {
      return "a key stands in it twice";
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
    String type = node.getNodeType().toString().toLowerCase(java.util.Locale.ROOT);
    return switch (type) {
      case "null" -> type;
      case "array" -> "an " + type;
      default -> "a " + type;
    };
  }

  private static TapException bad(String what, Path path, String problem) {
    return TapException.badInput(what + " " + path + " " + problem);
  }
}

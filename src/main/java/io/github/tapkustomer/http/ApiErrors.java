package io.github.tapkustomer.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text of an error answer, in any of Kustomer's forms: {@code {"errors":[{"code","message"}]}},
 * JSON:API error objects, or {@code {"error":{"code"},"message"}}. Nothing else in a body is ever
 * quoted, so no record gets into a message.
 */
final class ApiErrors {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ApiErrors() {}

  /** Reads an answer that is not an error. */
  static JsonNode readAnswer(InputStream body) throws IOException {
    JsonNode root = JSON.readTree(body);
    if (!root.isObject()) {
      throw new IncompleteAnswerException("the answer is not a JSON object");
    }
    if (isError(root.path("errors")) || isError(root.path("error"))) {
      throw new IncompleteAnswerException("the answer reports an error");
    }
    if (root.path("data").isNull()) {
      throw new IncompleteAnswerException("the answer has no data");
    }
    return root;
  }

  /** Whether an error is stated, and not just an empty member for one. */
  private static boolean isError(JsonNode member) {
    return member.isObject()
        || member.isArray() && !member.isEmpty()
        || member.isTextual() && !member.asText().isBlank();
  }

  /** Whether a body is a JSON object, which only the API sends. */
  static boolean isJsonObject(byte[] body) {
    try {
      return JSON.readTree(body).isObject();
    } catch (IOException notJson) {
      return false;
    }
  }

  /** Whether a body is a web page, which only a proxy, a firewall or a gateway sends. */
  static boolean isHtml(byte[] body) {
    String start = new String(body, 0, Math.min(body.length, 200), UTF_8).replace('\uFEFF', ' ');
    return start
        .strip()
        .toLowerCase(Locale.ROOT)
        .matches("(?s)<(!doctype|html|head|body|!--|\\?xml).*");
  }

  /**
   * One line without control characters, of limited length; empty if the body states no error.
   *
   * @param key is hidden in case the body repeats it
   */
  static String describe(byte[] body, Secret key) {
    JsonNode root;
    try {
      root = JSON.readTree(body);
    } catch (IOException notJson) {
      return "";
    }
    if (root == null || !root.isObject()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    for (JsonNode error : root.path("errors")) {
      addParts(parts, error);
    }
    if (parts.isEmpty()) {
      addParts(parts, root.path("error"));
      addText(parts, root.path("message"));
    }
    return OneLine.of(String.join(": ", parts).replace(key.reveal(), key.toString()));
  }

  private static void addParts(List<String> parts, JsonNode error) {
    if (error.isTextual()) {
      addText(parts, error);
      return;
    }
    for (String member : new String[] {"code", "title", "message", "detail"}) {
      addText(parts, error.path(member));
    }
    addText(parts, error.path("source").path("pointer"));
    addText(parts, error.path("source").path("parameter"));
  }

  private static void addText(List<String> parts, JsonNode text) {
    if (text.isValueNode() && !text.isNull() && !text.isMissingNode()) {
      String value = text.asText();
      if (!value.isBlank() && !parts.contains(value)) {
        parts.add(value);
      }
    }
  }
}

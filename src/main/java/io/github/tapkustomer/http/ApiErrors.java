package io.github.tapkustomer.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a refusal, whichever of Kustomer's shapes it has: {@code {"errors":[{"code",
 * "message"}]}}, JSON:API error objects, {@code {"error":{"code"},"message"}}, or a gateway's HTML,
 * of which nothing is told.
 */
final class ApiErrors {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ApiErrors() {}

  /** Whether an answer is the API's and not a gateway's, whatever it says. */
  static boolean isObject(InputStream body) throws IOException {
    return JSON.readTree(body).isObject();
  }

  /**
   * One line without control characters, at most 300 long; empty where the body says nothing.
   *
   * @param key what is not told, should the body repeat it
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

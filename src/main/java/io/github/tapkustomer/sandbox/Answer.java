package io.github.tapkustomer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back: a status, headers beside the usual ones, and a body. */
record Answer(int status, Map<String, String> headers, byte[] body) {
  private static final String JSON = "application/json; charset=utf-8";

  static Answer json(int status, byte[] body) {
    return new Answer(status, Map.of("Content-Type", JSON), body);
  }

  static Answer json(JsonOut out) {
    return json(200, out.toByteArray());
  }

  static Answer html(int status, String body) {
    return new Answer(status, Map.of("Content-Type", "text/html"), body.getBytes(UTF_8));
  }

  Answer with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Answer(status, all, body);
  }

  Answer withBody(byte[] other) {
    return new Answer(status, headers, other);
  }
}

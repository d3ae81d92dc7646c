package io.github.tapkustomer.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapkustomer.sandbox.json.JsonOut;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: a status, headers in addition to the usual ones, and a body. */
public record Answer(int status, Map<String, String> headers, byte[] body) {
  private static final String JSON = "application/json; charset=utf-8";

  public static Answer json(int status, byte[] body) {
    return new Answer(status, Map.of("Content-Type", JSON), body);
  }

  public static Answer json(JsonOut out) {
    return json(200, out.toByteArray());
  }

  public static Answer html(int status, String body) {
    return new Answer(status, Map.of("Content-Type", "text/html"), body.getBytes(UTF_8));
  }

  public Answer with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Answer(status, all, body);
  }

  public Answer withBody(byte[] other) {
    return new Answer(status, headers, other);
  }
}

package io.github.tapkustomer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One request as it came over the wire; header names are in lower case. */
record Request(
    String method, String target, Map<String, String> headers, byte[] body, boolean timesOut) {

  /** The same request, to which a search shall give up early. */
  Request timingOut() {
    return new Request(method, target, headers, body, true);
  }

  String path() {
    int question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }

  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    int question = target.indexOf('?');
    if (question < 0) {
      return query;
    }
    for (String pair : target.substring(question + 1).split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      query.put(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8));
    }
    return query;
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(query().get(name));
  }

  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  String text() {
    return new String(body, UTF_8);
  }
}

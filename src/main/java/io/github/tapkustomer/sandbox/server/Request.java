package io.github.tapkustomer.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One request as received; header names are in lower case. */
public record Request(
    String method, String target, Map<String, String> headers, byte[] body, boolean timesOut) {

  /** The same request, on which a search gives up early. */
  public Request timingOut() {
    return new Request(method, target, headers, body, true);
  }

  public String path() {
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

  /** The same request with another value for this parameter. */
  public Request with(String name, String value) {
    Map<String, String> query = query();
    query.put(name, value);
    String joined =
        query.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return new Request(method, path() + "?" + joined, headers, body, timesOut);
  }

  /** The same request with this value, unless it already has one. */
  public Request withDefault(String name, String value) {
    return query(name).isPresent() ? this : with(name, value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query().get(name));
  }

  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  public String text() {
    return new String(body, UTF_8);
  }
}

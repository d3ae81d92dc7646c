package io.github.tapkustomer.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An endpoint.
 *
 * @param template its path, with {@code *} for each part that varies
 * @param roles of which the key must hold one, if there are any
 */
public record Route(
    String method, String template, List<String> roles, Traffic.Asked asked, Endpoint endpoint) {

  /** Answers a request, given the parts of its path that vary. */
  @FunctionalInterface
  public interface Endpoint {
    Answer answer(Request request, List<String> parts);
  }

  public Route {
    roles = List.copyOf(roles);
  }

  public boolean isList() {
    return asked == Traffic.Asked.LIST;
  }

  public boolean isPaged() {
    return isList() || isSearch();
  }

  /** Whether it serves what belongs to one other object. */
  public boolean isChild() {
    return template.contains("/*/")
        || template.startsWith("/v1/satisfaction-responses/")
        || template.startsWith("/v1/ai/summaries/");
  }

  public boolean isSearch() {
    return asked == Traffic.Asked.SEARCH || asked == Traffic.Asked.ARCHIVE_SEARCH;
  }

  /** The varying parts of the path, if it matches this route. */
  public Optional<List<String>> match(String path) {
    String[] expected = template.split("/");
    String[] given = path.split("/", -1);
    if (expected.length != given.length) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < given.length; i++) {
      if (expected[i].equals("*") && !given[i].isEmpty()) {
        parts.add(URLDecoder.decode(given[i], UTF_8));
      } else if (!expected[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(parts);
  }
}

package io.github.tapkustomer.sandbox.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An endpoint.
 *
 * @param template its path, with {@code *} for each part that varies
 * @param role what the key must hold, or null
 */
public record Route(
    String method, String template, String role, Traffic.Asked asked, Endpoint endpoint) {

  /** Answers a request, given the parts of its path that vary. */
  @FunctionalInterface
  public interface Endpoint {
    Answer answer(Request request, List<String> parts);
  }

  public boolean isSearch() {
    return asked == Traffic.Asked.SEARCH || asked == Traffic.Asked.ARCHIVE_SEARCH;
  }

  /** The parts of the path that vary, if it is one of this route. */
  public Optional<List<String>> match(String path) {
    String[] expected = template.split("/");
    String[] given = path.split("/", -1);
    if (expected.length != given.length) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < given.length; i++) {
      if (expected[i].equals("*") && !given[i].isEmpty()) {
        parts.add(given[i]);
      } else if (!expected[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(parts);
  }
}

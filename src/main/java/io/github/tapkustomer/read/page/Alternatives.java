package io.github.tapkustomer.read.page;

import static java.net.HttpURLConnection.HTTP_BAD_REQUEST;

import io.github.tapkustomer.http.ApiException;
import java.util.List;
import java.util.function.Function;

/**
 * The ways to phrase a request when the documentation does not say which is right: if the API
 * answers one with 400, the next is used from then on. Thread-safe.
 */
public final class Alternatives<W> {
  private final List<W> ways;
  private volatile int current;

  /** Ways to phrase a request, the likeliest first. */
  public Alternatives(List<W> ways) {
    this.ways = List.copyOf(ways);
    if (ways.isEmpty()) {
      throw new IllegalArgumentException("ways: must not be empty");
    }
  }

  /** Tries one way after another until the API accepts one. */
  public <T> T ask(Function<W, T> request) {
    for (int way = current; ; way++) {
      try {
        return request.apply(ways.get(way));
      } catch (ApiException refused) {
        if (refused.status() != HTTP_BAD_REQUEST || way + 1 == ways.size()) {
          throw refused;
        }
        current = way + 1;
      }
    }
  }
}

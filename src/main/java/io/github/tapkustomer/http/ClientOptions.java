package io.github.tapkustomer.http;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How to reach the API.
 *
 * @param host the API's root, without {@code /v1}
 * @param concurrency the most requests in flight
 * @param requestTimeout for one attempt, from connecting to the last byte
 * @param maxRetries attempts after the first
 * @param reserve the share of the budgets left to others, if the user set one
 */
public record ClientOptions(
    URI host,
    Secret apiKey,
    String userAgent,
    int concurrency,
    Duration requestTimeout,
    int maxRetries,
    OptionalDouble reserve) {
  public ClientOptions {
    requireNonNull(host, "host");
    requireNonNull(apiKey, "apiKey");
    requireNonNull(userAgent, "userAgent");
    requireNonNull(requestTimeout, "requestTimeout");
    requireNonNull(reserve, "reserve");
    if (concurrency < 1) {
      throw new IllegalArgumentException("concurrency: must be positive, was " + concurrency);
    }
  }
}

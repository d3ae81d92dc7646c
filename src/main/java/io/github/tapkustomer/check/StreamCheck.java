package io.github.tapkustomer.check;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.limit.Quota;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a sync will meet at one stream.
 *
 * @param problem why it cannot be read; absent where it can
 * @param records to be read; empty where the API does not tell
 * @param requests that this takes; empty where that is not known
 */
public record StreamCheck(
    String stream,
    Quota quota,
    Optional<String> problem,
    OptionalLong records,
    OptionalLong requests) {
  public StreamCheck {
    requireNonNull(stream, "stream");
    requireNonNull(quota, "quota");
    requireNonNull(problem, "problem");
    requireNonNull(records, "records");
    requireNonNull(requests, "requests");
  }

  static StreamCheck refused(String stream, Quota quota, String problem) {
    return new StreamCheck(
        stream, quota, Optional.of(problem), OptionalLong.empty(), OptionalLong.empty());
  }
}

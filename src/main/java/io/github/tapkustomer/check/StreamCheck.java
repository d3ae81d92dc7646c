package io.github.tapkustomer.check;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a sync will meet in one stream.
 *
 * @param problem why it cannot be read; empty if it can
 * @param absence why a sync skips it, if the organization has nothing of the kind
 * @param records to be read; empty if the API does not say
 * @param effort empty if it is not known
 */
public record StreamCheck(
    String stream,
    Optional<String> problem,
    Optional<String> absence,
    OptionalLong records,
    Optional<Effort> effort) {
  public StreamCheck {
    requireNonNull(stream, "stream");
    requireNonNull(problem, "problem");
    requireNonNull(absence, "absence");
    requireNonNull(records, "records");
    requireNonNull(effort, "effort");
  }

  static StreamCheck unreadable(String stream, String problem) {
    return new StreamCheck(
        stream, Optional.of(problem), Optional.empty(), OptionalLong.empty(), Optional.empty());
  }

  static StreamCheck absent(String stream, String why) {
    return new StreamCheck(
        stream, Optional.empty(), Optional.of(why), OptionalLong.empty(), Optional.empty());
  }

  static StreamCheck readable(String stream, OptionalLong records, Optional<Effort> effort) {
    return new StreamCheck(stream, Optional.empty(), Optional.empty(), records, effort);
  }
}

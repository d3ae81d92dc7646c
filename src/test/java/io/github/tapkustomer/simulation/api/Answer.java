package io.github.tapkustomer.simulation.api;

import java.util.Optional;

/**
 * An answer of the API.
 *
 * @param partial half of the records it should have, where it is cut by a time limit
 */
public record Answer(int status, String body, Optional<String> partial) {
  static Answer refused(int status, String why) {
    return new Answer(
        status,
        "{\"errors\":[{\"code\":\"bad\",\"message\":\"%s\"}]}".formatted(why),
        Optional.empty());
  }

  static Answer of(String body) {
    return new Answer(200, body, Optional.empty());
  }
}

package io.github.tapkustomer.check;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.stream.StreamDefinition;

/**
 * A stream that a sync would read.
 *
 * @param byName whether somebody asked for it by name, so that it must exist
 */
public record WantedStream(StreamDefinition definition, boolean byName) {
  public WantedStream {
    requireNonNull(definition, "definition");
  }
}

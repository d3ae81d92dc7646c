package io.github.tapkustomer.stream;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A stream: where its records come from and how they are replicated. Its schema is the resource
 * {@code schema/<name>.json} beside this class.
 *
 * @param name the stream's name, {@code [a-z_]+}
 */
public record StreamDefinition(String name, Endpoint endpoint) {
  /** The key of every object of the API. */
  public static final List<String> KEY_PROPERTIES = List.of("id");

  /** The column that every stream here is replicated by. */
  public static final String REPLICATION_KEY = "updated_at";

  public StreamDefinition {
    requireNonNull(endpoint, "endpoint");
    if (!name.matches("[a-z_]+")) {
      throw new IllegalArgumentException("name: must match [a-z_]+, was " + name);
    }
  }

  /** A new copy of the stream's JSON Schema. */
  public ObjectNode schema() {
    return StreamSchemas.load(name);
  }
}

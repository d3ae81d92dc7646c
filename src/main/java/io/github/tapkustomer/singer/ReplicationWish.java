package io.github.tapkustomer.singer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * How a catalog's user wants a stream replicated, beyond what discovery says.
 *
 * @param method such as {@code FULL_TABLE}
 * @param key the column to replicate it by
 */
public record ReplicationWish(Optional<String> method, Optional<String> key) {
  /** All of it, in each run. */
  public static final String FULL_TABLE = "FULL_TABLE";

  /** What changed since the last run. */
  public static final String INCREMENTAL = "INCREMENTAL";

  public ReplicationWish {
    requireNonNull(method, "method");
    requireNonNull(key, "key");
  }

  /**
   * The wish in a catalog's entry.
   *
   * @param metadata that of the stream itself, which takes precedence over the entry
   */
  static ReplicationWish of(JsonNode entry, JsonNode metadata) {
    return new ReplicationWish(
        text(metadata, "replication-method").or(() -> text(entry, "replication_method")),
        text(metadata, "replication-key").or(() -> text(entry, "replication_key")));
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.ofNullable(node.path(name).textValue());
  }
}

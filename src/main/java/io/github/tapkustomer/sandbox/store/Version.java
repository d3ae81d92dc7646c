package io.github.tapkustomer.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One state of one object.
 *
 * @param klass of a kobject; otherwise null
 * @param given the record as a test gave it; null for a generated one
 */
public record Version(
    int ordinal,
    long createdAt,
    long updatedAt,
    int revision,
    boolean deleted,
    @Nullable Klass klass,
    @Nullable Given given) {

  /** A record that was put in by hand. */
  public record Given(String id, ObjectNode attributes, @Nullable ObjectNode relationships) {}

  Version next(long now, boolean nowDeleted) {
    return new Version(ordinal, createdAt, now, revision + 1, nowDeleted, klass, given);
  }
}

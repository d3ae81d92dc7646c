package io.github.tapkustomer.record.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page of objects of which only the children are wanted. */
public record ParentPage(List<Parent> parents, PageSummary summary) {
  public ParentPage {
    parents = List.copyOf(parents);
  }

  /**
   * One of the objects.
   *
   * @param keys its keys other than its id, by their JSON pointers
   */
  public record Parent(String id, Optional<Instant> updatedAt, Map<String, String> keys) {
    public Parent {
      requireNonNull(id, "id");
      requireNonNull(updatedAt, "updatedAt");
      keys = Map.copyOf(keys);
    }

    /** An object of which only the id is known. */
    public static Parent of(String id) {
      return new Parent(id, Optional.empty(), Map.of());
    }

    /**
     * The key to ask for its children by; empty if it has no such key.
     *
     * @param pointer the JSON pointer of the key among its attributes; if empty, its id is the key
     */
    public Optional<String> key(Optional<String> pointer) {
      return pointer.isEmpty() ? Optional.of(id) : Optional.ofNullable(keys.get(pointer.get()));
    }
  }
}

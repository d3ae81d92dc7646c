package io.github.tapkustomer.record.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page of objects of which only what belongs to them is wanted. */
public record ParentPage(List<Parent> parents, PageSummary summary) {
  public ParentPage {
    parents = List.copyOf(parents);
  }

  /**
   * One of them.
   *
   * @param keys what it is called by other than its id, by where that stands
   */
  public record Parent(String id, Optional<Instant> updatedAt, Map<String, String> keys) {
    public Parent {
      requireNonNull(id, "id");
      requireNonNull(updatedAt, "updatedAt");
      keys = Map.copyOf(keys);
    }

    /** An object of which nothing but its id is known. */
    public static Parent of(String id) {
      return new Parent(id, Optional.empty(), Map.of());
    }

    /**
     * What it is asked for by; absent where it has no such key.
     *
     * @param pointer where among its attributes the key stands; its id is the key where absent
     */
    public Optional<String> key(Optional<String> pointer) {
      return pointer.isEmpty() ? Optional.of(id) : Optional.ofNullable(keys.get(pointer.get()));
    }
  }
}

package io.github.tapkustomer.record.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A page of objects of which only their children are wanted. */
public record ParentPage(List<Parent> parents, PageSummary summary) {
  public ParentPage {
    parents = List.copyOf(parents);
  }

  /**
   * One of them.
   *
   * @param key what its children are asked for by; absent where it has none
   */
  public record Parent(String id, Optional<Instant> updatedAt, Optional<String> key) {}
}

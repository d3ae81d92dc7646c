package io.github.tapkustomer.record;

import java.time.Instant;
import java.util.Optional;

/** Decides which records of a page are passed on. */
@FunctionalInterface
public interface RecordFilter {
  /**
   * Whether the record is passed on.
   *
   * @param id its id, null where it has none
   * @param updatedAt when it was last changed
   */
  boolean accept(String id, Optional<Instant> updatedAt);
}

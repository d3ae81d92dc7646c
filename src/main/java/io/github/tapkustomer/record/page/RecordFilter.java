package io.github.tapkustomer.record.page;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which records of a page are passed on. */
@FunctionalInterface
public interface RecordFilter {
  /**
   * Whether the record is passed on.
   *
   * @param id its id; null if it has none
   * @param updatedAt when it was last changed
   */
  boolean accept(@Nullable String id, Optional<Instant> updatedAt);

  /** The same for a record of what is still going on, which passes like one without a time. */
  default boolean acceptOpen(@Nullable String id, Optional<Instant> updatedAt) {
    return accept(id, Optional.empty());
  }
}

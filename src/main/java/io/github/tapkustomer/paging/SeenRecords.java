package io.github.tapkustomer.paging;

import io.github.tapkustomer.record.RecordFilter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets each version of a record pass once, as far back as it remembers: the records of the page in
 * hand, also when it is asked for again, and those at the timestamp where the last page ended,
 * which the next one begins with. Not thread-safe.
 */
final class SeenRecords implements RecordFilter {
  private final Map<String, Instant> versions = new HashMap<>();
  private final RangeCount count;

  /**
   * A memory of nothing.
   *
   * @param count told of what passes
   */
  SeenRecords(RangeCount count) {
    this.count = count;
  }

  @Override
  public boolean accept(String id, Optional<Instant> updatedAt) {
    Instant version = updatedAt.orElse(Instant.MIN);
    boolean passes = id == null || !version.equals(versions.put(id, version));
    if (passes) {
      count.gave(updatedAt);
    }
    return passes;
  }

  /** Forgets what was updated before this, which is not asked for any more. */
  void keepFrom(Instant boundary) {
    versions.values().removeIf(version -> version.isBefore(boundary));
  }
}

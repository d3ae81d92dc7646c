package io.github.tapkustomer.read;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.record.page.RecordFilter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets each version of a record pass once, as far back as it remembers: the records of the current
 * page, in case it is requested again, and those at the timestamp where the last page ended, with
 * which the next one begins. Not thread-safe.
 */
public final class SeenRecords implements RecordFilter {
  private final Map<String, Instant> versions = new HashMap<>();
  private final RangeCount count;

  /**
   * An empty memory.
   *
   * @param count counts what passes
   */
  public SeenRecords(RangeCount count) {
    this.count = requireNonNull(count, "count");
  }

  @Override
  public boolean accept(@Nullable String id, Optional<Instant> updatedAt) {
    Instant version = updatedAt.orElse(Instant.MIN);
    boolean passes = id == null || !version.equals(versions.put(id, version));
    if (passes) {
      count.gave(updatedAt);
    }
    return passes;
  }

  /** Forgets what was updated before this; it will not be requested again. */
  public void keepFrom(Instant boundary) {
    versions.values().removeIf(version -> version.isBefore(boundary));
  }

  /** Moves what was updated at or after this to the reader of the later part. */
  public SeenRecords splitAt(Instant boundary) {
    SeenRecords later = new SeenRecords(count);
    versions.forEach(
        (id, version) -> {
          if (!version.isBefore(boundary)) {
            later.versions.put(id, version);
          }
        });
    versions.keySet().removeAll(later.versions.keySet());
    return later;
  }
}

package io.github.tapkustomer.read;

import io.github.tapkustomer.record.page.RecordFilter;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Passes what is new in a list since the bookmark, and never a version that is not later than one
 * already passed, whichever replica the answers come from. Not thread-safe.
 */
final class NewVersions implements RecordFilter {
  private final Instant since;
  private final Optional<Instant> end;
  private final Map<String, Instant> passed = new HashMap<>();
  private final Set<String> older = new HashSet<>();
  private Optional<Instant> newest = Optional.empty();
  private RecordFilter reading = (id, at) -> true;

  /**
   * A filter that has passed nothing.
   *
   * @param since leaves out what was updated before; records without a time always pass
   * @param end leaves out what was updated then or later, if set
   */
  NewVersions(Instant since, Optional<Instant> end) {
    this.since = since;
    this.end = end;
  }

  /** Shows every record to this filter too, whether it passes or not. */
  void show(RecordFilter current) {
    reading = current;
  }

  /** The latest {@code updated_at} that was not left out. */
  Optional<Instant> newest() {
    return newest;
  }

  /** How many records were left out because they were updated too early. */
  int older() {
    return older.size();
  }

  @Override
  public boolean accept(@Nullable String id, Optional<Instant> updatedAt) {
    reading.accept(id, updatedAt);
    if (updatedAt.isPresent()) {
      Instant at = updatedAt.get();
      if (end.isPresent() && !at.isBefore(end.get())) {
        return false;
      }
      if (at.isBefore(since)) {
        older.add(id);
        return false;
      }
      newest = Step.later(newest, updatedAt);
    }
    return id == null || isLater(id, updatedAt.orElse(Instant.MIN));
  }

  /** A reading has to know the time all the same: what came to a list while it was read. */
  @Override
  public boolean acceptOpen(@Nullable String id, Optional<Instant> updatedAt) {
    reading.accept(id, updatedAt);
    return id == null || isLater(id, updatedAt.orElse(Instant.MIN));
  }

  private boolean isLater(String id, Instant version) {
    Instant before = passed.get(id);
    if (before != null && !version.isAfter(before)) {
      return false;
    }
    passed.put(id, version);
    return true;
  }
}

package io.github.tapkustomer.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An object of the simulated organisation, with all that ever became of it. */
final class Thing {
  private final String id;
  private final List<Version> versions = new ArrayList<>();
  private boolean purged;

  Thing(String id) {
    this.id = id;
  }

  /**
   * What it was from one change to the next.
   *
   * @param indexedAt when the search shows it
   */
  record Version(Instant updatedAt, Instant indexedAt, boolean deleted) {}

  String id() {
    return id;
  }

  void change(Version version) {
    versions.add(version);
  }

  /** It is gone without a trace. */
  void purge() {
    purged = true;
  }

  boolean isPurged() {
    return purged;
  }

  Version newest() {
    return versions.get(versions.size() - 1);
  }

  /** What the search shows of it; an index never goes back to an older version. */
  Optional<Version> indexed(Instant at) {
    return purged
        ? Optional.empty()
        : versions.stream()
            .filter(version -> !version.indexedAt().isAfter(at))
            .max(Comparator.comparing(Version::updatedAt));
  }

  /** What the lists show of it: they lag behind nothing. */
  Optional<Version> listed(Instant at) {
    return purged
        ? Optional.empty()
        : versions.stream()
            .filter(version -> !version.updatedAt().isAfter(at))
            .max(Comparator.comparing(Version::updatedAt));
  }
}

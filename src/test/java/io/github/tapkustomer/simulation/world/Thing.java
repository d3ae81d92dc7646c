package io.github.tapkustomer.simulation.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An object of the simulated organization, with all that ever became of it. */
public final class Thing {
  private final String id;
  private final Optional<Thing> parent;
  private final List<Version> versions = new ArrayList<>();
  private Instant gone = Instant.MAX;

  Thing(String id, Optional<Thing> parent) {
    this.id = id;
    this.parent = parent;
  }

  /** An object that has always been as it is. */
  public static Thing constant(String id, Version version) {
    Thing thing = new Thing(id, Optional.empty());
    thing.change(version);
    return thing;
  }

  /**
   * What it was from one change to the next.
   *
   * @param indexedAt when the search shows it
   * @param listedAt when the lists show it
   * @param over deleted; of a user: deactivated; of a work session: signed out
   */
  public record Version(Instant updatedAt, Instant indexedAt, Instant listedAt, boolean over) {}

  public String id() {
    return id;
  }

  /** What it belongs to. */
  public Optional<Thing> parent() {
    return parent;
  }

  void change(Version version) {
    versions.add(version);
  }

  /** It is gone without a trace from then on. */
  void purge(Instant at) {
    gone = at;
  }

  boolean isPurged() {
    return gone.isBefore(Instant.MAX);
  }

  Version newest() {
    return versions.get(versions.size() - 1);
  }

  /** What the search shows of it; an index never goes back to an older version. */
  public Optional<Version> indexed(Instant at) {
    return latest(at, Comparator.comparing(Version::updatedAt), true);
  }

  /** What the lists show of it. */
  public Optional<Version> listed(Instant at) {
    return latest(at, Comparator.comparing(Version::updatedAt), false);
  }

  /** What it is, whoever shows it. */
  public Optional<Version> newestBy(Instant at) {
    return at.isBefore(gone)
        ? versions.stream()
            .filter(version -> !version.updatedAt().isAfter(at))
            .max(Comparator.comparing(Version::updatedAt))
        : Optional.empty();
  }

  private Optional<Version> latest(Instant at, Comparator<Version> order, boolean index) {
    return at.isBefore(gone)
        ? versions.stream()
            .filter(v -> !(index ? v.indexedAt() : v.listedAt()).isAfter(at))
            .max(order)
        : Optional.empty();
  }
}

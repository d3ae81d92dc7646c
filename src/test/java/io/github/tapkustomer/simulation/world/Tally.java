package io.github.tapkustomer.simulation.world;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How often each thing happened. Safe for use by many threads. */
public final class Tally {
  private final Map<Occurrence, Long> counts = new EnumMap<>(Occurrence.class);

  public synchronized void count(Occurrence occurrence) {
    counts.merge(occurrence, 1L, Long::sum);
  }

  /** Counts it where it happened. */
  public void count(Occurrence occurrence, boolean happened) {
    if (happened) {
      count(occurrence);
    }
  }

  public synchronized long of(Occurrence occurrence) {
    return counts.getOrDefault(occurrence, 0L);
  }

  public void add(Tally other) {
    Map<Occurrence, Long> theirs;
    synchronized (other) {
      theirs = new EnumMap<>(Occurrence.class);
      theirs.putAll(other.counts);
    }
    synchronized (this) {
      theirs.forEach((occurrence, count) -> counts.merge(occurrence, count, Long::sum));
    }
  }

  /** What never happened. */
  public List<Occurrence> missing() {
    return Stream.of(Occurrence.values()).filter(occurrence -> of(occurrence) == 0).toList();
  }

  /** A line for each. */
  public String table() {
    StringBuilder table = new StringBuilder();
    for (Occurrence occurrence : Occurrence.values()) {
      table.append(
          "%12d  %s%n"
              .formatted(of(occurrence), occurrence.name().toLowerCase(java.util.Locale.ROOT)));
    }
    return table.toString();
  }
}

package io.github.tapkustomer.simulation;

import io.github.tapkustomer.simulation.Thing.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** The objects of each stream, and how they change as time passes. */
final class Organisation {
  /** Beyond it nothing new comes: what grows faster than it can be read has no end. */
  private static final int GROWTH = 3;

  private final Scenario scenario;
  private final Random random;
  private final Map<String, List<Thing>> things = new TreeMap<>();
  private Instant changedUntil;
  private double rate;
  private long changes;

  Organisation(Scenario scenario, Random random) {
    this.scenario = scenario;
    this.random = random;
    this.changedUntil = scenario.start();
    this.rate = scenario.changesPerHour();
    for (String stream : scenario.streams()) {
      List<Thing> all = new ArrayList<>();
      Instant tie = past();
      for (int i = 0; i < scenario.records(); i++) {
        tie = random.nextInt(3) == 0 ? past() : tie;
        Thing thing = new Thing("%s-%03d".formatted(stream, i));
        Instant at = scenario.unsorted().isEmpty() && random.nextInt(4) == 0 ? tie : past();
        thing.change(new Version(at, at, random.nextInt(10) == 0));
        all.add(thing);
      }
      things.put(stream, all);
    }
  }

  List<Thing> of(String stream) {
    return things.get(stream);
  }

  long changes() {
    return changes;
  }

  /** Nothing changes any more. */
  void settle() {
    rate = 0;
  }

  /** Lets happen what happens until then. */
  void passUntil(Instant now) {
    double hours = Duration.between(changedUntil, now).toMillis() / 3_600_000.0;
    int due = (int) Math.min(40, hours * rate + random.nextDouble());
    Duration step = Duration.between(changedUntil, now).dividedBy(Math.max(1, due));
    for (int i = 0; i < due && rate > 0; i++) {
      changedUntil = changedUntil.plus(step);
      change(changedUntil.truncatedTo(ChronoUnit.MILLIS));
    }
    changedUntil = now;
  }

  private void change(Instant at) {
    String stream = scenario.streams().get(random.nextInt(things.size()));
    List<Thing> all = things.get(stream);
    Instant updatedAt = Scenario.isList(stream) ? at : grained(at);
    int kind = random.nextInt(20);
    changes++;
    // What comes and goes while one list is read cancels out in its total: nobody could tell.
    boolean paged = Scenario.isList(stream) || stream.equals("notes");
    if (kind < 3 && paged) {
      kind = scenario.listsShrink() ? 2 : 0;
    }
    if (kind < 2 && all.size() < GROWTH * scenario.records()) {
      Thing thing = new Thing("%s-%03d".formatted(stream, all.size()));
      thing.change(version(updatedAt, at, false));
      all.add(thing);
      return;
    }
    Thing thing = all.get(random.nextInt(all.size()));
    if (kind == 2) {
      thing.purge();
    } else if (!thing.isPurged() && updatedAt.isAfter(thing.newest().updatedAt())) {
      thing.change(version(updatedAt, at, kind == 3));
    }
  }

  private Version version(Instant updatedAt, Instant now, boolean deleted) {
    long lag = scenario.lag().minus(Duration.between(updatedAt, now)).toMillis();
    long late = lag <= 0 ? 0 : random.nextInt(3) == 0 ? lag : random.nextInt((int) lag + 1);
    return new Version(updatedAt, now.plusMillis(late), deleted);
  }

  private Instant grained(Instant at) {
    long grain = Math.min(scenario.grain(), Math.max(1, scenario.lag().toMillis() / 2));
    return Instant.ofEpochMilli(at.toEpochMilli() / grain * grain);
  }

  /** A time at which something was last changed: of late, at the horizon, or whenever. */
  private Instant past() {
    Instant start = scenario.start();
    Instant at =
        switch (random.nextInt(5)) {
          case 0 -> start.minusSeconds(random.nextInt(1000));
          case 1 ->
              start.minus(Duration.ofDays(731)).plusSeconds(random.nextInt(2_000_000) - 1_000_000);
          case 2 -> start.minus(Duration.ofDays(30)).plusSeconds(random.nextInt(3600));
          default -> start.minusSeconds(random.nextInt(95_000_000));
        };
    long grain = scenario.grain();
    return Instant.ofEpochMilli(at.toEpochMilli() / grain * grain);
  }

  /** What of a thing the API shows where the stream is read from. */
  static Optional<Version> shown(String stream, Thing thing, Instant at) {
    return Scenario.isList(stream) ? thing.listed(at) : thing.indexed(at);
  }
}

package io.github.tapkustomer.simulation.world;

import io.github.tapkustomer.simulation.world.ListHabits.Movement;
import io.github.tapkustomer.simulation.world.Streams.Kind;
import io.github.tapkustomer.simulation.world.Thing.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** The objects of each stream, and how they change as time passes. */
public final class Organization {
  /** How long the audit log keeps an entry. */
  static final Duration RETENTION = Duration.ofDays(90);

  /** Beyond it nothing new comes: what grows faster than it can be read has no end. */
  private static final int GROWTH = 3;

  private final Scenario scenario;
  private final Random random;
  private final Tally tally;
  private final Map<String, List<Thing>> things = new TreeMap<>();
  private final List<String> changing = new ArrayList<>();
  private Instant changedUntil;
  private double rate;
  private long changes;
  private boolean settled;
  private List<String> enabledKlasses = Streams.KLASSES;
  private List<String> disabledKlasses = List.of();
  private final Set<String> begun = new HashSet<>();

  public Organization(Scenario scenario, Random random, Tally tally) {
    this.scenario = scenario;
    this.random = random;
    this.tally = tally;
    this.changedUntil = scenario.start();
    this.rate = scenario.changesPerHour();
    Population population = new Population(scenario, random);
    for (String stream : scenario.streams()) {
      String parent = Streams.parent(stream);
      if (!parent.isEmpty()) {
        things.computeIfAbsent(parent, population::of);
        things.put(stream, population.of(stream, things.get(parent)));
      } else {
        things.put(stream, population.of(stream));
      }
      switch (Streams.kind(stream)) {
        case SEARCH, LIST, AUDIT_LOG -> changing.add(stream);
        case CHILDREN -> changing.add(parent);
        default -> {}
      }
    }
  }

  /** All that is or was of a stream, also of one that is only a parent. */
  public List<Thing> of(String stream) {
    return things.getOrDefault(stream, List.of());
  }

  public long changes() {
    return changes;
  }

  /** Whether nothing changes any more. */
  public boolean isSettled() {
    return settled;
  }

  /** Nothing changes any more. */
  public void settle() {
    rate = 0;
    settled = true;
  }

  /** Lets happen what happens until then. */
  public void passUntil(Instant now) {
    double hours = Duration.between(changedUntil, now).toMillis() / 3_600_000.0;
    int due = (int) Math.min(40, hours * rate + random.nextDouble());
    Duration step = Duration.between(changedUntil, now).dividedBy(Math.max(1, due));
    for (int i = 0; i < due && rate > 0 && !changing.isEmpty(); i++) {
      changedUntil = changedUntil.plus(step);
      change(changedUntil.truncatedTo(ChronoUnit.MILLIS));
    }
    changedUntil = now;
  }

  private void change(Instant at) {
    String stream = changing.get(random.nextInt(changing.size()));
    changes++;
    switch (Streams.kind(stream)) {
      case AUDIT_LOG -> enter(stream, at, at);
      case LIST -> changeOfList(stream, at);
      default -> changeOfSearch(stream, at);
    }
  }

  private void changeOfSearch(String stream, Instant at) {
    Instant updatedAt = grained(at);
    int kind = random.nextInt(20);
    // What comes and goes while one list is read cancels out in its total: nobody could tell.
    if (kind < 3 && stream.equals("notes")) {
      Movement movement = scenario.lists().movement();
      kind = movement == Movement.SHRINKS ? 2 : movement == Movement.GROWS ? 0 : 4;
    }
    if (kind < 2) {
      enter(stream, updatedAt, at);
      return;
    }
    Thing thing = any(stream);
    if (kind == 2) {
      thing.purge(at);
    } else if (!thing.isPurged() && updatedAt.isAfter(thing.newest().updatedAt())) {
      thing.change(version(updatedAt, at, kind == 3));
      addChild(stream, thing, updatedAt, at);
    }
  }

  private void addChild(String parent, Thing thing, Instant updatedAt, Instant at) {
    for (String stream : scenario.streams()) {
      List<Thing> children = of(stream);
      if (Streams.parent(stream).equals(parent)
          && Streams.kind(stream) == Kind.CHILDREN
          && !stream.equals("satisfaction_responses")
          && children.size() < GROWTH * scenario.records()) {
        Optional<Thing> only =
            stream.equals("ai_summaries")
                ? children.stream().filter(child -> child.parent().get() == thing).findFirst()
                : Optional.empty();
        Thing child =
            only.orElseGet(
                () -> new Thing("%s-%03d".formatted(stream, children.size()), Optional.of(thing)));
        child.change(new Version(updatedAt, knownAt(stream, at), at, false));
        if (only.isEmpty()) {
          children.add(child);
        }
      }
    }
  }

  /** When the search finds the parent by this child: later even than it shows any other change. */
  private Instant knownAt(String stream, Instant at) {
    int longest = (int) scenario.lookback().multipliedBy(5).dividedBy(4).toMillis();
    return stream.equals("conversation_times") ? at.plusMillis(random.nextInt(longest)) : at;
  }

  private void changeOfList(String stream, Instant at) {
    int kind = random.nextInt(20);
    Movement movement = scenario.lists().movement();
    if (kind < 6 && movement == Movement.GROWS) {
      enter(stream, at, at);
      tally.count(Occurrence.LIST_GREW_WHILE_READ);
    } else if (kind < 3 && movement == Movement.SHRINKS) {
      any(stream).purge(at);
      tally.count(Occurrence.LIST_ENTRY_LEFT_WHILE_READ);
    } else if (movement != Movement.BURST) {
      touch(stream, at, false);
    }
  }

  /** Entries leave the lists, others enter, some move: all at once, in the middle of a run. */
  public void burst(Instant now) {
    passUntil(now);
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    for (String stream : changing) {
      if (rate > 0
          && Streams.kind(stream) == Kind.LIST
          && scenario.lists().movement() == Movement.BURST) {
        for (int i = random.nextInt(3); i >= 0; i--) {
          any(stream).purge(at);
          enter(stream, at, at);
          touch(stream, at, true);
        }
        changes += 3;
        tally.count(Occurrence.LIST_BURST);
      }
    }
  }

  /** What happens while nobody reads: users leave and come back, work sessions end. */
  public void rest(Instant now) {
    passUntil(now);
    if (scenario.has(Feature.CHANGING_KLASSES)) {
      changeKlasses();
    }
    boolean atOnce = scenario.settling().isZero();
    for (String stream : changing) {
      if (rate > 0 && atOnce && Streams.kind(stream) == Kind.LIST) {
        touch(stream, now.truncatedTo(ChronoUnit.MILLIS), true);
      }
    }
  }

  private void touch(String stream, Instant at, boolean turnsOver) {
    Thing thing = any(stream);
    if (!thing.isPurged() && at.isAfter(thing.newest().updatedAt())) {
      boolean was = thing.newest().over();
      boolean session = stream.equals("work_sessions");
      boolean over = session ? was || random.nextInt(3) == 0 : was != turnsOver;
      thing.change(version(at, at, over));
      tally.count(Occurrence.USER_CHANGED_PASS, stream.equals("users") && over != was);
    }
  }

  private void enter(String stream, Instant updatedAt, Instant at) {
    List<Thing> all = things.get(stream);
    if (all.size() < GROWTH * scenario.records()) {
      Thing thing = new Thing("%s-%03d".formatted(stream, all.size()), Optional.empty());
      thing.change(version(updatedAt, at, false));
      all.add(thing);
    }
  }

  private Thing any(String stream) {
    List<Thing> all = things.get(stream);
    return all.get(random.nextInt(all.size()));
  }

  private Version version(Instant updatedAt, Instant now, boolean over) {
    long lag = scenario.lag().minus(Duration.between(updatedAt, now)).toMillis();
    long late = lag <= 0 ? 0 : random.nextInt(3) == 0 ? lag : random.nextInt((int) lag + 1);
    long shown = random.nextInt((int) scenario.lists().lag().toMillis() + 1);
    return new Version(updatedAt, now.plusMillis(late), now.plusMillis(shown), over);
  }

  private Instant grained(Instant at) {
    long grain = Math.min(scenario.grain(), Math.max(1, scenario.lag().toMillis() / 2));
    return Instant.ofEpochMilli(at.toEpochMilli() / grain * grain);
  }

  /** Whether something grew too old for the search from one time to another. */
  public boolean crossed(Instant began, Instant ended) {
    return scenario.streams().stream()
        .flatMap(stream -> of(stream).stream())
        .map(thing -> thing.newest().updatedAt())
        .anyMatch(at -> !at.isBefore(horizon(began)) && at.isBefore(horizon(ended)));
  }

  /** The age at which objects leave the search for the archive. */
  public Instant horizon(Instant now) {
    return now.atOffset(ZoneOffset.UTC).minusYears(2).toInstant().plus(scenario.horizonOffset());
  }

  /** A list is read from its first page. */
  public void readFromStart(String stream) {
    tally.count(Occurrence.LIST_READ_AGAIN, !begun.add(stream));
  }

  /** A run begins. */
  public void begin() {
    begun.clear();
  }

  /** What the API answers about what belongs to an object. */
  public int statusOf(String id) {
    int dice = Math.floorMod(id.hashCode() * 31 + scenario.records(), 100);
    if (dice >= 97 && scenario.has(Feature.BROKEN_CHILDREN) && !settled) {
      return 500;
    }
    if (dice < 60 && scenario.has(Feature.REFUSED_CHILDREN)) {
      return List.of(403, 404, 410).get(dice % 3);
    }
    return dice < 15 ? 404 : 200;
  }

  /**
   * Whether all objects that a discovery asks about can be denied: three, or all that there are.
   */
  public boolean mayBeDenied(String stream) {
    boolean each = Streams.kind(stream) == Kind.CHILDREN || Streams.kind(stream) == Kind.METADATA;
    boolean own = Streams.parent(stream).isEmpty() || stream.equals("satisfaction_responses");
    List<Thing> there =
        of(own ? stream : Streams.parent(stream)).stream()
            .filter(thing -> !thing.parent().orElse(thing).newest().over())
            .toList();
    long denied = there.stream().filter(object -> statusOf(object.id()) == 403).count();
    return each && denied >= Math.min(3, there.size());
  }

  /** The session of its customer that an event belongs to. */
  public static String session(Thing event) {
    return event.parent().get().id() + "-session-" + Math.floorMod(event.id().hashCode(), 3);
  }

  /** The date of its own by which the search finds a child's parent, long before it was shown. */
  public static Instant ownDate(Thing child) {
    return child.newest().updatedAt().minusSeconds(Math.floorMod(child.id().hashCode(), 300_000));
  }

  /** The klasses that are enabled now, as they are listed. */
  public List<String> enabledKlasses() {
    return enabledKlasses;
  }

  /** The klasses that are disabled now; their objects can still be searched. */
  public List<String> disabledKlasses() {
    return disabledKlasses;
  }

  public boolean hasKlass(String name) {
    return enabledKlasses.contains(name) || disabledKlasses.contains(name);
  }

  /** Klasses come and go, and are listed in another order. */
  private void changeKlasses() {
    List<String> all = new ArrayList<>(Streams.KLASSES);
    Collections.shuffle(all, random);
    int enabled = all.size() - random.nextInt(3);
    int there = settled ? all.size() : enabled + random.nextInt(all.size() - enabled + 1);
    enabledKlasses = List.copyOf(all.subList(0, enabled));
    disabledKlasses = List.copyOf(all.subList(enabled, there));
    tally.count(Occurrence.KLASSES_REORDERED);
    tally.count(Occurrence.KLASS_DISABLED, enabled < there);
    tally.count(Occurrence.KLASS_GONE, there < all.size());
  }

  /** What of a thing the API shows where the stream is read from, told by its stream's time. */
  public static Optional<Version> shown(String stream, Thing thing, Instant at) {
    return switch (Streams.kind(stream)) {
      case SEARCH -> thing.indexed(at);
      case CHILDREN ->
          // What came with a change of its parent is asked for once the index shows that.
          thing
              .parent()
              .flatMap(parent -> parent.indexed(at))
              .filter(parent -> thing.listed(at).isPresent())
              .filter(parent -> !parent.updatedAt().isBefore(thing.newest().updatedAt()));
      case AUDIT_LOG ->
          thing.listed(at).filter(entry -> entry.updatedAt().isAfter(at.minus(RETENTION)));
      default -> thing.listed(at);
    };
  }
}

package io.github.tapkustomer.sandbox.organization;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.sandbox.store.Context;
import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Ids;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Klass;
import io.github.tapkustomer.sandbox.store.Table;
import io.github.tapkustomer.sandbox.store.Version;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one Kustomer organization, which can change while they are served. Contexts are
 * those of search ({@code customer}, {@code conversation}, {@code kobject_order}) and the singular
 * names of what only lists serve ({@code user}, {@code team}, {@code tag}). Thread-safe.
 */
public final class Organization {
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final Ids ids;
  private final Clock clock;
  private final Map<Kind, Table> tables = new EnumMap<>(Kind.class);
  private final Dice chance;

  private Organization(long seed, Clock clock) {
    this.ids = new Ids(seed);
    this.clock = clock;
    this.chance = new Dice(seed);
    for (Kind kind : Kind.values()) {
      tables.put(kind, new Table(kind, ids));
    }
    addKlasses(Klass.usualCount());
  }

  /** An organization with only the definitions of its custom objects and attributes. */
  public static Organization empty(Clock clock) {
    return new Organization(1, clock);
  }

  /**
   * An organization with this many conversations and what belongs to them, spread over the last 18
   * months and a little before the last two years; the same for the same seed, records and clock.
   */
  public static Organization generate(long seed, int records, Clock clock) {
    Organization organization = new Organization(seed, clock);
    new Generator(organization).fill(records);
    return organization;
  }

  /** Defines klasses until there are this many. */
  public void addKlasses(int count) {
    for (int ordinal = table(Kind.KLASS).size(); ordinal < count; ordinal++) {
      long at = now() - (900L - ordinal) * DAY;
      table(Kind.KLASS).add(at, at, false, null, now());
    }
  }

  /** Adds the object as given, or replaces the one with its id. */
  public void put(String context, String id, Instant updatedAt, ObjectNode attributes) {
    put(context, id, updatedAt, attributes, null);
  }

  /** The same as {@link #put(String, String, Instant, ObjectNode)}, with relationships. */
  public void put(
      String context,
      String id,
      Instant updatedAt,
      ObjectNode attributes,
      @Nullable ObjectNode relationships) {
    Context place = Context.require(context);
    boolean anyKlass = place.kind() == Kind.KOBJECT && place.klass() == null;
    Klass klass = anyKlass ? Klass.ORDER : place.klass();
    long updated = updatedAt.toEpochMilli();
    long created = createdAt(attributes.path("createdAt"), updated);
    Version.Given given = new Version.Given(id, attributes.deepCopy(), relationships);
    table(place.kind()).put(given, created, updated, klass, now());
  }

  private static long createdAt(JsonNode given, long otherwise) {
    try {
      return given.isTextual() ? Instant.parse(given.textValue()).toEpochMilli() : otherwise;
    } catch (DateTimeException e) {
      return otherwise;
    }
  }

  /** Adds generated objects that were last updated at even steps from {@code from} on. */
  public void addGenerated(String context, int count, Instant from, Instant until) {
    long start = from.toEpochMilli();
    double step = count == 0 ? 0 : (double) (until.toEpochMilli() - start) / count;
    for (int i = 0; i < count; i++) {
      add(context, start + (long) (i * step));
    }
  }

  /** Adds generated objects that were last updated in the same millisecond. */
  public void addTies(String context, int count, Instant at) {
    for (int i = 0; i < count; i++) {
      add(context, at.toEpochMilli());
    }
  }

  private void add(String context, long updatedAt) {
    Context place = Context.require(context);
    Table table = table(place.kind());
    Klass klass = place.klass();
    if (place.kind() == Kind.KOBJECT && klass == null) {
      klass = Klass.ofGenerated(table.size());
    }
    table.add(updatedAt - table.size() % 97 * 60_000L, updatedAt, false, klass, now());
  }

  /** Updates the object now. */
  public void touch(String context, String id) {
    Table table = table(context);
    int ordinal = ordinal(table, id);
    table.change(ordinal, table.existing(ordinal).deleted(), now());
  }

  /** Touches this many random objects, some perhaps more than once. */
  public void touchRandom(String context, int count) {
    Table table = table(context);
    for (int i = 0; i < count && table.size() > 0; i++) {
      int ordinal = pick(table.size());
      Version version = table.get(ordinal);
      if (version != null && !version.deleted()) {
        table.change(ordinal, false, now());
      }
    }
  }

  private int pick(int bound) {
    synchronized (chance) {
      return chance.below(bound);
    }
  }

  /** Marks the object as deleted now; searches that include deleted ones still find it. */
  public void delete(String context, String id) {
    Table table = table(context);
    table.change(ordinal(table, id), true, now());
  }

  /** Restores a deleted object now. */
  public void restore(String context, String id) {
    Table table = table(context);
    table.change(ordinal(table, id), false, now());
  }

  /** Removes the object without a trace, as a GDPR request does. */
  public void purge(String context, String id) {
    Table table = table(context);
    table.purge(ordinal(table, id), now());
  }

  /** When each object, including deleted ones, was really last updated. */
  public Map<String, Instant> updatedAtById(String context) {
    Context place = Context.require(context);
    return table(place.kind()).updatedAtById(place);
  }

  private static int ordinal(Table table, String id) {
    return table.find(id).orElseThrow(() -> new IllegalArgumentException("no object " + id));
  }

  private Table table(String context) {
    return table(Context.require(context).kind());
  }

  public Table table(Kind kind) {
    return requireNonNull(tables.get(kind));
  }

  public List<Version> live(Kind kind) {
    return table(kind).where(version -> !version.deleted());
  }

  public Ids ids() {
    return ids;
  }

  public Clock clock() {
    return clock;
  }

  public long now() {
    return clock.millis();
  }
}

package io.github.tapkustomer.sandbox.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All objects of one kind: the data, and the index that search reads. Thread-safe. */
public final class Table {
  /** No index lags behind more than this; older changes need not be queued. */
  public static final long LONGEST_LAG_MILLIS = 3_600_000;

  private final Kind kind;
  private final Ids ids;
  private final Columns columns = new Columns();
  private final SearchIndex index = new SearchIndex(columns);
  private final Past past = new Past();
  private final Map<Integer, List<Long>> changes = new HashMap<>();
  private final Map<String, Integer> givenIds = new HashMap<>();

  public Table(Kind kind, Ids ids) {
    this.kind = kind;
    this.ids = ids;
  }

  /** Adds a generated object. */
  public synchronized void add(
      long createdAt, long updatedAt, boolean deleted, @Nullable Klass klass, long now) {
    int ordinal = columns.size();
    if (ordinal >= 1 << SearchIndex.ORDINAL_BITS) {
      throw new IllegalStateException("no room for another " + kind.apiName);
    }
    set(new Version(ordinal, createdAt, updatedAt, 1, deleted, klass, null), now);
  }

  /** Adds the object, or replaces the one with its id. */
  public synchronized void put(
      Version.Given given, long createdAt, long updatedAt, @Nullable Klass klass, long now) {
    OptionalInt known = find(given.id());
    int ordinal = known.orElse(columns.size());
    Version before = columns.get(ordinal);
    int revision = before == null ? 1 : before.revision() + 1;
    givenIds.put(given.id(), ordinal);
    set(new Version(ordinal, createdAt, updatedAt, revision, false, klass, given), now);
  }

  /** Gives the object its next version, as of now. */
  public synchronized void change(int ordinal, boolean deleted, long now) {
    set(existing(ordinal).next(now, deleted), now);
    changes.computeIfAbsent(ordinal, none -> new ArrayList<>()).add(now);
  }

  public synchronized void purge(int ordinal, long now) {
    past.note(ordinal, columns.get(ordinal), now);
    index.follow(ordinal, columns.get(ordinal), null, now);
    columns.purge(ordinal);
  }

  private void set(Version version, long now) {
    Version before = columns.get(version.ordinal());
    if (before != null || version.updatedAt() >= now - LONGEST_LAG_MILLIS) {
      past.note(version.ordinal(), before, before == null ? version.updatedAt() : now);
    }
    columns.set(version);
    if (!kind.isSearched()) {
      return;
    }
    if (before == null && version.updatedAt() < now - LONGEST_LAG_MILLIS) {
      index.add(version);
    } else {
      long at = before == null ? Math.min(now, version.updatedAt()) : now;
      index.follow(version.ordinal(), before, version, at);
    }
  }

  public Kind kind() {
    return kind;
  }

  public synchronized int size() {
    return columns.size();
  }

  public synchronized OptionalInt find(String id) {
    Integer given = givenIds.get(id);
    int ordinal = given != null ? given : ids.ordinal(kind, id);
    return columns.get(ordinal) == null ? OptionalInt.empty() : OptionalInt.of(ordinal);
  }

  /** The object; null once it is purged. */
  public synchronized @Nullable Version get(int ordinal) {
    return columns.get(ordinal);
  }

  /** The object, which the caller knows to exist. */
  public Version existing(int ordinal) {
    return requireNonNull(get(ordinal));
  }

  public String id(Version version) {
    return version.given() != null ? version.given().id() : ids.of(kind, version.ordinal());
  }

  public synchronized Map<String, Instant> updatedAtById(Context context) {
    Map<String, Instant> truth = new LinkedHashMap<>();
    for (Version version : where(context::includes)) {
      truth.put(id(version), Instant.ofEpochMilli(version.updatedAt()));
    }
    return truth;
  }

  /** The objects of a list, oldest first. */
  public List<Version> where(Predicate<Version> condition) {
    return where(condition, Long.MAX_VALUE);
  }

  /** The same at an earlier time, at most an hour ago. */
  public synchronized List<Version> where(Predicate<Version> condition, long at) {
    Map<Integer, Version> then = past.differences(at);
    List<Version> found = new ArrayList<>();
    for (int ordinal = 0; ordinal < columns.size(); ordinal++) {
      Version version =
          !then.isEmpty() && then.containsKey(ordinal) ? then.get(ordinal) : columns.get(ordinal);
      if (version != null && condition.test(version)) {
        found.add(version);
      }
    }
    return found;
  }

  /** When the object was changed since it was generated or put in. */
  public synchronized List<Long> changes(int ordinal) {
    return List.copyOf(changes.getOrDefault(ordinal, List.of()));
  }

  /** One page of a search, answered from the index as it stood at {@code indexedAt}. */
  public synchronized Found search(
      SearchQuery query, Interval within, Slice slice, long indexedAt) {
    index.catchUp(indexedAt);
    return index.find(query, within, slice);
  }
}

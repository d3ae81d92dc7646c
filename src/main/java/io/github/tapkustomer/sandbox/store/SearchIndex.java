package io.github.tapkustomer.sandbox.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What the search of one kind knows, which is how things were a while ago: Kustomer updates its
 * index after the writes. Keys pack {@code updatedAt} and the ordinal, so that equal times keep one
 * order.
 */
final class SearchIndex {
  static final int ORDINAL_BITS = 23;
  private static final long EPOCH = 1_262_304_000_000L; // 2010: 40 bits reach 34 years both ways
  private static final long RANGE = (1L << 63 - ORDINAL_BITS) - 1;

  /** Only scopes that include deleted objects have them. */
  private record Scope(@Nullable Klass klass, boolean includesDeleted) {}

  private record Change(long at, long number, int ordinal, @Nullable Version version) {}

  private final Columns columns;
  private final Map<Scope, SortedKeys> keys = new HashMap<>();
  private final Map<Integer, Version> behind = new HashMap<>();
  private final PriorityQueue<Change> waiting =
      new PriorityQueue<>(
          (a, b) -> a.at != b.at ? Long.compare(a.at, b.at) : Long.compare(a.number, b.number));
  private long changes;

  SearchIndex(Columns columns) {
    this.columns = columns;
  }

  static long key(long updatedAt, int ordinal) {
    long clamped = Math.max(EPOCH - RANGE, Math.min(EPOCH + RANGE, updatedAt));
    return (clamped - EPOCH << ORDINAL_BITS) | ordinal;
  }

  static int ordinal(long key) {
    return (int) (key & (1 << ORDINAL_BITS) - 1);
  }

  /** Notes a change that the index will follow later; {@code null} means absent. */
  void follow(int ordinal, @Nullable Version before, @Nullable Version after, long at) {
    if (!behind.containsKey(ordinal)) {
      behind.put(ordinal, before);
    }
    waiting.add(new Change(at, changes++, ordinal, after));
  }

  /** Adds a version that is old enough for any lag. */
  void add(Version version) {
    scopes(version).forEach(k -> k.add(key(version.updatedAt(), version.ordinal())));
  }

  /** Applies every change made before the given time. */
  void catchUp(long until) {
    while (!waiting.isEmpty() && waiting.peek().at <= until) {
      Change change = waiting.poll();
      Version before = behind.get(change.ordinal);
      if (before != null) {
        scopes(before).forEach(k -> k.remove(key(before.updatedAt(), change.ordinal)));
      }
      if (change.version != null) {
        add(change.version);
      }
      behind.put(change.ordinal, change.version);
    }
    if (waiting.isEmpty()) {
      behind.clear();
    }
  }

  /** One page of the objects that were updated within the interval and match the query. */
  Found find(SearchQuery query, Interval within, Slice slice) {
    SortedKeys sorted = keys(query.context().klass(), query.includeDeleted());
    int from = sorted.rank(key(within.from(), 0));
    int total = Math.max(0, sorted.rank(key(within.until(), 0)) - from);
    if (query.needsScan()) {
      return scan(query, sorted.slice(from, total), slice);
    }
    if (query.shuffled()) {
      return new Found(total, versions(shuffled(sorted.slice(from, total), slice)));
    }
    int first = Math.min(slice.offset(), total);
    int count = Math.min(slice.size(), total - first);
    int at = query.descending() ? from + total - first - count : from + first;
    List<Version> records = versions(sorted.slice(at, count));
    if (query.descending()) {
      Collections.reverse(records);
    }
    return new Found(total, records);
  }

  /** The same order for the same number of keys, and a different one for one more. */
  private static long[] shuffled(long[] sorted, Slice slice) {
    Dice dice = new Dice(sorted.length);
    for (int i = sorted.length - 1; i > 0; i--) {
      int other = dice.below(i + 1);
      long key = sorted[i];
      sorted[i] = sorted[other];
      sorted[other] = key;
    }
    int first = Math.min(slice.offset(), sorted.length);
    return Arrays.copyOfRange(sorted, first, Math.min(first + slice.size(), sorted.length));
  }

  private Found scan(SearchQuery query, long[] candidates, Slice slice) {
    List<Version> matching = versions(candidates);
    matching.removeIf(query.condition().negate());
    matching.sort(query.order());
    int first = Math.min(slice.offset(), matching.size());
    int last = Math.min(first + slice.size(), matching.size());
    return new Found(matching.size(), matching.subList(first, last));
  }

  private List<Version> versions(long[] found) {
    List<Version> versions = new ArrayList<>(found.length);
    for (long key : found) {
      Version older = behind.get(ordinal(key));
      versions.add(older != null ? older : columns.get(ordinal(key)));
    }
    return versions;
  }

  private SortedKeys keys(@Nullable Klass klass, boolean includeDeleted) {
    return keys.computeIfAbsent(new Scope(klass, includeDeleted), scope -> new SortedKeys());
  }

  private List<SortedKeys> scopes(Version version) {
    List<SortedKeys> scopes = new ArrayList<>(4);
    for (boolean includesDeleted : new boolean[] {true, false}) {
      if (includesDeleted || !version.deleted()) {
        scopes.add(keys(null, includesDeleted));
        if (version.klass() != null) {
          scopes.add(keys(version.klass(), includesDeleted));
        }
      }
    }
    return scopes;
  }
}

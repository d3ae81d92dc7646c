package io.github.tapkustomer.sandbox.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the objects of a table were before they changed within the last hour. */
final class Past {
  private record Change(int ordinal, @Nullable Version before, long at) {}

  private final Deque<Change> changes = new ArrayDeque<>();

  /** A {@code null} stands for an object that did not exist. */
  void note(int ordinal, @Nullable Version before, long at) {
    changes.add(new Change(ordinal, before, at));
    while (changes.peek().at < at - Table.LONGEST_LAG_MILLIS) {
      changes.remove();
    }
  }

  /** The objects that have changed since then, as they were. */
  Map<Integer, Version> differences(long then) {
    Map<Integer, Version> differences = new HashMap<>();
    for (Iterator<Change> newest = changes.descendingIterator(); newest.hasNext(); ) {
      Change change = newest.next();
      if (change.at > then) {
        differences.put(change.ordinal, change.before);
      }
    }
    return differences;
  }
}

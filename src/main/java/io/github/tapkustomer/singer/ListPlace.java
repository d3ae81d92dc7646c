package io.github.tapkustomer.singer;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a long list that is not sorted by time was read.
 *
 * @param page everything on the pages before this one has been written
 * @param size of these pages: fewer than were asked for if the API caps them
 * @param records some of the page before, their {@code updated_at} by their ids: by them the place
 *     is found again after entries came or went. A record that was changed since may have moved
 *     within the list, and says nothing.
 * @param until what was updated then or later was left out on those pages
 */
public record ListPlace(int page, int size, Map<String, Instant> records, Instant until) {
  public ListPlace {
    records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
    if (nothingWasRead(page, size, records)) {
      throw new IllegalArgumentException(
          "page, size, records: nothing was read: " + page + ", " + size + ", " + records);
    }
  }

  /** A place, unless nothing is known by which to find it again. */
  public static Optional<ListPlace> of(
      int page, int size, Map<String, Instant> records, Instant until) {
    return nothingWasRead(page, size, records)
        ? Optional.empty()
        : Optional.of(new ListPlace(page, size, records, until));
  }

  private static boolean nothingWasRead(int page, int size, Map<String, Instant> records) {
    return page < 2 || size < 1 || records.isEmpty();
  }

  /** Whether it is one of the records, unchanged. */
  public boolean has(String id, Instant updatedAt) {
    return updatedAt.equals(records.get(id));
  }
}

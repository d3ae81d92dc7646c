package io.github.tapkustomer.singer;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a long list that is not sorted by time was read.
 *
 * @param page everything on the pages before this one has been written
 * @param records some of the page before, their {@code updated_at} by their ids: by them the place
 *     is found again after entries came or went. A record that was changed since may have moved
 *     within the list, and says nothing.
 * @param until what was updated then or later was left out on those pages
 */
public record ListPlace(int page, Map<String, Instant> records, Instant until) {
  public ListPlace {
    records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
    if (page < 2 || records.isEmpty()) {
      throw new IllegalArgumentException(
          "page, records: nothing was read: " + page + ", " + records);
    }
  }

  /** Whether it is one of the records, unchanged. */
  public boolean has(String id, Instant updatedAt) {
    return updatedAt.equals(records.get(id));
  }
}

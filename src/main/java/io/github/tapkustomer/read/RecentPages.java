package io.github.tapkustomer.read;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the latest pages of a long list had, by id and version. Not thread-safe. */
final class RecentPages {
  private static final int REMEMBERED = 4;

  private final Deque<Map<String, Instant>> pages = new ArrayDeque<>();

  boolean isEmpty() {
    return pages.isEmpty();
  }

  void clear() {
    pages.clear();
  }

  /** A page begins, and the oldest one is forgotten. */
  void begin() {
    pages.addFirst(new LinkedHashMap<>());
    if (pages.size() > REMEMBERED) {
      pages.removeLast();
    }
  }

  /** The page that began could not be read. */
  void takeBack() {
    pages.removeFirst();
  }

  void add(String id, Instant version) {
    pages.getFirst().put(id, version);
  }

  /** The ids of the page that began last. */
  Set<String> newest() {
    return pages.getFirst().keySet();
  }

  boolean newestHas(String id, Instant version) {
    return version.equals(pages.getFirst().get(id));
  }

  boolean earlierHave(String id, Instant version) {
    return pages.stream().skip(1).anyMatch(page -> version.equals(page.get(id)));
  }

  /** A few records of the newest page that had any with a time, from its first to its last. */
  Map<String, Instant> someRecords() {
    for (Map<String, Instant> page : pages) {
      List<Map.Entry<String, Instant>> records =
          page.entrySet().stream()
              .filter(record -> !record.getValue().equals(Instant.MIN))
              .toList();
      if (!records.isEmpty()) {
        int last = records.size() - 1;
        return Stream.of(0, last / 2, last)
            .distinct()
            .map(records::get)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      }
    }
    return Map.of();
  }
}

package io.github.tapkustomer.read;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /** A few ids of the newest page that had any, from its first to its last. */
  List<String> someIds() {
    List<String> ids =
        pages.stream()
            .filter(page -> !page.isEmpty())
            .findFirst()
            .map(page -> List.copyOf(page.keySet()))
            .orElse(List.of());
    int last = ids.size() - 1;
    return last < 3 ? ids : List.of(ids.get(0), ids.get(last / 2), ids.get(last));
  }
}

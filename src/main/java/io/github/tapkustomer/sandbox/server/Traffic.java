package io.github.tapkustomer.sandbox.server;

import io.github.tapkustomer.sandbox.faults.Fault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The requests that a sandbox got, and how it answered. Thread-safe. */
public final class Traffic {
  private static final int REMEMBERED = 20_000;

  /** What kind of request it was. */
  public enum Asked {
    SEARCH,
    ARCHIVE_SEARCH,
    LIST,
    OTHER
  }

  /**
   * One request.
   *
   * @param target its path with the query
   * @param status of the answer; 0 where the connection was dropped
   */
  public record Seen(Asked asked, String method, String target, String body, int status) {

    public String path() {
      return target.split("\\?", 2)[0];
    }
  }

  private final Deque<Seen> recent = new ArrayDeque<>();
  private final Map<Asked, Long> counts = new EnumMap<>(Asked.class);
  private final Map<String, Long> byPath = new TreeMap<>();
  private final Map<Integer, Long> byStatus = new TreeMap<>();
  private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);

  public synchronized void add(Seen seen) {
    counts.merge(seen.asked(), 1L, Long::sum);
    byPath.merge(seen.path(), 1L, Long::sum);
    byStatus.merge(seen.status(), 1L, Long::sum);
    recent.add(seen);
    if (recent.size() > REMEMBERED) {
      recent.remove();
    }
  }

  public synchronized void add(Fault fault) {
    faults.merge(fault, 1L, Long::sum);
  }

  public synchronized long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  public synchronized long count(Asked asked) {
    return counts.getOrDefault(asked, 0L);
  }

  public synchronized long count(int status) {
    return byStatus.getOrDefault(status, 0L);
  }

  /** How many requests were refused with 429, because of a spent budget or a fault. */
  public long rateLimited() {
    return count(429);
  }

  public synchronized Map<Fault, Long> faults() {
    return Map.copyOf(faults);
  }

  public synchronized Map<String, Long> byPath() {
    return Map.copyOf(byPath);
  }

  /** The last 20,000 requests, oldest first. */
  public synchronized List<Seen> recent() {
    return List.copyOf(recent);
  }

  public synchronized void clear() {
    recent.clear();
    counts.clear();
    byPath.clear();
    byStatus.clear();
    faults.clear();
  }
}

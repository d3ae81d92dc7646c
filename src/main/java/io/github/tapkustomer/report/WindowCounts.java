package io.github.tapkustomer.report;

import io.github.tapkustomer.http.limit.RateHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requests by the window that they count in, of one budget. In a long run a count covers several
 * windows, so that the counts are few. Not thread-safe.
 */
final class WindowCounts {
  static final int MOST_COUNTS = 120;

  private static final long WINDOW_SECONDS = 60;

  private final TreeMap<Long, Count> counts = new TreeMap<>();
  private long seconds = WINDOW_SECONDS;
  private long firstEnd = Long.MAX_VALUE;
  private long lastEnd = Long.MIN_VALUE;

  void count(String stream, RateHeaders.Window window) {
    long end = window.resetSeconds();
    firstEnd = Math.min(firstEnd, end);
    lastEnd = Math.max(lastEnd, end);
    while (lastEnd / seconds - firstEnd / seconds >= MOST_COUNTS) {
      widen();
    }
    Count count = counts.computeIfAbsent(end / seconds, number -> new Count());
    count.streams.merge(stream, 1L, Long::sum);
    count.learn(window);
  }

  /** Lets a count cover twice as many windows. */
  private void widen() {
    TreeMap<Long, Count> narrow = new TreeMap<>(counts);
    counts.clear();
    seconds *= 2;
    narrow.forEach((number, count) -> counts.merge(number / 2, count, Count::followedBy));
  }

  /** From the first to the last, the unused ones included. */
  List<WindowUse> windows() {
    List<WindowUse> windows = new ArrayList<>();
    if (counts.isEmpty()) {
      return windows;
    }
    long limit = counts.firstEntry().getValue().lastLimit;
    for (long number = counts.firstKey(); number <= counts.lastKey(); number++) {
      long from = Math.max(number * seconds, firstEnd);
      long to = Math.min((number + 1) * seconds - 1, lastEnd);
      long expected = (to - from) / WINDOW_SECONDS + 1;
      Count count = counts.getOrDefault(number, new Count());
      limit = count.windows == 0 ? limit : count.lastLimit;
      long silent = Math.max(0, expected - count.windows);
      long used = count.streams.values().stream().mapToLong(Long::longValue).sum();
      windows.add(
          new WindowUse(
              Instant.ofEpochSecond(from - WINDOW_SECONDS),
              count.windows + silent,
              count.limit + silent * limit,
              count.streams,
              Math.max(0, count.limit - count.unused - used)));
    }
    return windows;
  }

  /** What answers told of one window, or of several. */
  private static final class Count {
    private final Map<String, Long> streams = new HashMap<>();
    private long windows;
    private long limit;
    private long unused;
    private long lastEnd = Long.MIN_VALUE;
    private long lastLimit;
    private long lastRemaining;

    /** An answer that comes after one of a later window adds nothing to what is known. */
    void learn(RateHeaders.Window window) {
      if (window.resetSeconds() > lastEnd) {
        windows++;
        limit += window.limit();
        unused += window.remaining();
        lastEnd = window.resetSeconds();
        lastLimit = window.limit();
        lastRemaining = window.remaining();
      } else if (window.resetSeconds() == lastEnd && window.remaining() < lastRemaining) {
        unused -= lastRemaining - window.remaining();
        lastRemaining = window.remaining();
      }
    }

    /** Takes in the count of the windows after these. */
    Count followedBy(Count later) {
      later.streams.forEach((stream, requests) -> streams.merge(stream, requests, Long::sum));
      windows += later.windows;
      limit += later.limit;
      unused += later.unused;
      lastEnd = later.lastEnd;
      lastLimit = later.lastLimit;
      lastRemaining = later.lastRemaining;
      return this;
    }
  }
}

package io.github.tapkustomer.sandbox.limits;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests allowed in one fixed window. Thread-safe. */
public final class Budget {
  private final int limit;
  private final long window;
  private long windowStart = Long.MIN_VALUE;
  private int used;

  public Budget(int limit, Duration window) {
    this.limit = limit;
    this.window = window.toMillis();
  }

  /** A budget after a request was counted, or was not. */
  public record Standing(boolean allowed, int limit, int remaining, long resetMillis) {

    public Map<String, String> headers() {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("x-ratelimit-limit", Integer.toString(limit));
      headers.put("x-ratelimit-remaining", Integer.toString(remaining));
      headers.put("x-ratelimit-reset", Long.toString(resetSeconds()));
      return headers;
    }

    /** Rounded up, so that nobody who waits until then comes too early. */
    private long resetSeconds() {
      return Math.floorDiv(resetMillis + 999, 1000L);
    }

    public long secondsFrom(long now) {
      return Math.max(1, (resetMillis - now + 999) / 1000);
    }
  }

  public synchronized Standing take(long now) {
    long start = now - Math.floorMod(now, window);
    if (start != windowStart) {
      windowStart = start;
      used = 0;
    }
    boolean allowed = used < limit;
    if (allowed) {
      used++;
    }
    return new Standing(allowed, limit, limit - used, windowStart + window);
  }
}

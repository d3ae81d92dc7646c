package io.github.tapkustomer.http.limit;

import java.time.Duration;
import java.util.Optional;

/** Counts requests in fixed windows, as Kustomer does, and says so in its headers. */
final class FixedWindowServer {
  private final int limit;
  private final long window;
  private final long phase;
  private final boolean roundsUp;
  private long windowStart = Long.MIN_VALUE;
  private int used;
  private int allowed;
  private int refused;
  private int othersRefused;

  /**
   * A server before its first request.
   *
   * @param phase how long after a multiple of the window its windows begin, in milliseconds
   * @param roundsUp how the reset in the headers, of whole seconds, is got from the true end
   */
  FixedWindowServer(int limit, Duration window, long phase, boolean roundsUp) {
    this.limit = limit;
    this.window = window.toMillis();
    this.phase = phase;
    this.roundsUp = roundsUp;
  }

  record Answer(boolean allowed, RateHeaders headers) {}

  Answer take(long now) {
    boolean fits = fits(now);
    if (fits) {
      allowed++;
    } else {
      refused++;
    }
    long end = windowStart + window;
    long reset = Math.floorDiv(roundsUp ? end + 999 : end, 1000);
    return new Answer(
        fits,
        new RateHeaders(
            Optional.of(new RateHeaders.Window(limit, limit - used, reset)), Optional.empty()));
  }

  /** A request by another user of the same budget. */
  void takeByAnother(long now) {
    if (!fits(now)) {
      othersRefused++;
    }
  }

  private boolean fits(long now) {
    long start = now - Math.floorMod(now - phase, window);
    if (start != windowStart) {
      windowStart = start;
      used = 0;
    }
    boolean fits = used < limit;
    if (fits) {
      used++;
    }
    return fits;
  }

  int allowed() {
    return allowed;
  }

  int refused() {
    return refused;
  }

  int othersRefused() {
    return othersRefused;
  }
}

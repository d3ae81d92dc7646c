package io.github.tapkustomer.http.limit;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many requests may be in flight: as many as the user allows, until the server answers 5xx,
 * does not answer, or takes much longer than usual, or memory runs short. Then it halves, and grows
 * by one again for each round of good answers. Pure: times come in, in milliseconds. Not
 * thread-safe; {@link InFlightLimit} guards it.
 */
final class AdaptiveLimit {
  /** An answer is late if it takes this many times as long as usual, and this much longer. */
  private static final int LATE_FACTOR = 4;

  private static final int LATE_MILLIS = 2_000;

  /** How fast the usual time follows slower answers; it follows faster ones at once. */
  private static final double FORGETTING = 0.05;

  private int most;
  private final Map<Quota, Double> usual = new EnumMap<>(Quota.class);
  private double allowed;
  private long lastCut = Long.MIN_VALUE;

  AdaptiveLimit(int most) {
    this.most = most;
    this.allowed = most;
  }

  int allowed() {
    return (int) allowed;
  }

  /** A request was answered without any sign of trouble. */
  void answered(Quota quota, long sentAt, long answeredAt) {
    double took = answeredAt - sentAt;
    double before = usual.getOrDefault(quota, took);
    usual.put(quota, took < before ? took : before + (took - before) * FORGETTING);
    if (took > before * LATE_FACTOR && took > before + LATE_MILLIS) {
      failed(sentAt, answeredAt);
    } else {
      allowed = Math.min(most, allowed + 1 / allowed);
    }
  }

  /** An answer ran out of memory: so many are never allowed again. */
  void tooMany(long sentAt, long now) {
    failed(sentAt, now);
    most = allowed();
  }

  /**
   * A request failed because of the server. If it was sent before the last cut, the failure is no
   * further news.
   */
  void failed(long sentAt, long now) {
    if (sentAt >= lastCut) {
      allowed = Math.max(1, allowed / 2);
      lastCut = now;
    }
  }
}

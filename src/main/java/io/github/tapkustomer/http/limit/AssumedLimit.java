package io.github.tapkustomer.http.limit;

/**
 * The limit of a budget while no answer states it: each refusal cuts it, good answers restore it.
 */
final class AssumedLimit {
  private static final double CUT = 0.8;
  private static final double GAIN = 0.05;

  private final int most;
  private double requests;

  AssumedLimit(int most) {
    this.most = most;
    this.requests = most;
  }

  /** Requests per minute. */
  double requests() {
    return requests;
  }

  void cut() {
    requests = Math.max(1, requests * CUT);
  }

  void gain() {
    requests = Math.min(most, requests + GAIN);
  }
}

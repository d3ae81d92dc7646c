package io.github.tapkustomer.http.limit;

/** The two budgets that Kustomer counts requests against. */
public enum Quota {
  /** Searches by this API key: 100 per minute unless the answers say otherwise. */
  SEARCH(100, 0),
  /**
   * All requests of the organization, including its people's. Until an answer states the limit, the
   * smallest plan's is assumed.
   */
  ORGANIZATION(300, 0.1);

  static final long WINDOW_MILLIS = 60_000;

  private final int assumedLimit;
  private final double defaultReserve;

  Quota(int assumedLimit, double defaultReserve) {
    this.assumedLimit = assumedLimit;
    this.defaultReserve = defaultReserve;
  }

  /** Requests per minute that the tap may make before an answer states the limit. */
  public double assumedPace() {
    return assumedLimit * (1 - defaultReserve);
  }

  int assumedLimit() {
    return assumedLimit;
  }

  /**
   * The share left to others if the user sets none: a tenth of the budget that the organization's
   * people share, and nothing of the search budget, which belongs to this key alone.
   */
  double defaultReserve() {
    return defaultReserve;
  }
}

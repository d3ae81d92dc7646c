package io.github.tapkustomer.http.limit;

/** The two budgets that Kustomer counts requests against. */
public enum Quota {
  /** Searches by this API key: 100 a minute unless the answers say otherwise. */
  SEARCH(100, 0),
  /**
   * All requests of the organization, its people's included. Until an answer tells the limit, the
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

  int assumedLimit() {
    return assumedLimit;
  }

  /**
   * The share left to others where the user sets none: a tenth of what the organization's people
   * share, and nothing of the search budget, which belongs to this key alone.
   */
  double defaultReserve() {
    return defaultReserve;
  }
}

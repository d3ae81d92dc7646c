package io.github.tapkustomer.http.limit;

/**
 * A budget as an answer described it.
 *
 * @param limit requests allowed per minute
 * @param remaining requests left in the window
 * @param reserve the share left to others
 */
public record BudgetState(int limit, int remaining, double reserve) {
  /** Requests per minute that the tap may make. */
  public double usable() {
    return Math.max(1, limit * (1 - reserve));
  }

  /** The share of the window that is used up, by anybody; 0 to 1. */
  public double usedShare() {
    return 1 - remaining / (double) limit;
  }
}

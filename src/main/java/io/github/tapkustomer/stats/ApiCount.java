package io.github.tapkustomer.stats;

/**
 * Compares a search stream with the API's own count of the ranges read, as far as these had
 * settled: recent changes belong to the next run too.
 *
 * @param counted records by the API's count
 * @param given distinct records that were read
 */
public record ApiCount(long counted, long given) {
  public static final ApiCount NONE = new ApiCount(0, 0);

  public ApiCount plus(long moreCounted, long moreGiven) {
    return new ApiCount(counted + moreCounted, given + moreGiven);
  }
}

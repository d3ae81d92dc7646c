package io.github.tapkustomer.stats;

/**
 * A search stream held against the API's own count of the ranges that were read, as far as these
 * had settled: what changed recently belongs to the next run as well.
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

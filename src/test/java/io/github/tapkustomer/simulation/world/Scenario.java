package io.github.tapkustomer.simulation.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a seed decides of a simulation before it begins.
 *
 * @param records of each stream, at the beginning
 * @param grain the timestamps' grain in milliseconds: the coarser, the more ties
 * @param lag the longest time that the index is behind
 * @param horizonOffset how far the search's horizon is from two years
 * @param unsorted streams whose search ignores the sort
 * @param replicas whether the order of ties differs from request to request
 * @param changesPerHour changes of records while a run reads
 * @param faultRate the share of requests that fail
 * @param searchLimit searches a minute
 * @param organizationLimit other requests a minute
 */
public record Scenario(
    Instant start,
    Duration localOffset,
    List<String> streams,
    Set<Feature> features,
    int records,
    long grain,
    Duration lag,
    Duration horizonOffset,
    Set<String> unsorted,
    boolean replicas,
    ListHabits lists,
    double changesPerHour,
    double faultRate,
    int searchLimit,
    int organizationLimit,
    int pageSize,
    int concurrency,
    Duration lookback,
    Duration latency,
    Instant startDate,
    int runs) {

  private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

  public static Scenario of(Random random) {
    Instant start = START.plusMillis(random.nextInt(86_400_000));
    Theme theme = Theme.of(random);
    boolean parallel = theme.isSearchAlone() && random.nextInt(3) == 0;
    Set<String> unsorted = new TreeSet<>();
    int pageSize = 1 + random.nextInt(7);
    long grain = pick(random, 1, 1, 1000, 60_000);
    // A page of few records, or of ties alone, looks sorted too often.
    if (random.nextInt(6) == 0 && pageSize > 5 && grain == 1 && theme.isSearched()) {
      unsorted.add(theme.streams().get(0));
      pageSize += 5;
    }
    Duration lookback = Duration.ofSeconds(random.nextInt(4) == 0 ? 30 : 300);
    int records =
        random.nextInt(5) == 0 ? 1 + random.nextInt(4) : 5 + random.nextInt(parallel ? 120 : 60);
    double changesPerHour = random.nextInt(3) == 0 ? 0 : pick(random, 60, 600, 3600, 20_000);
    boolean wide = parallel || random.nextInt(3) > 0;
    if (theme.features().contains(Feature.STALE_REPLICAS)) {
      // In pages of a few entries, two readings by number can miss the same one.
      pageSize = Math.max(pageSize, 5);
    }
    if (grain == 60_000 && changesPerHour > 1000) {
      // More ties than the API can page are another test's matter.
      pageSize = Math.max(pageSize, 3);
    }
    return new Scenario(
        start,
        Duration.ofMillis(pick(random, 0, 0, 700, -700, 5_400_000, -86_000)),
        theme.streams(),
        theme.features(),
        records,
        grain,
        Duration.ofMillis(random.nextBoolean() ? random.nextInt((int) lookback.toMillis()) : 0),
        Duration.ofMinutes(random.nextInt(8000) - 4000),
        unsorted,
        // Ties in another order each time, and no total to hold them against: nobody could be sure.
        random.nextInt(6) == 0 && !theme.features().contains(Feature.SEARCH_TOTAL_OF_PAGE),
        theme.listHabits(random, lookback),
        changesPerHour,
        random.nextInt(2) * random.nextInt(25) / 100.0,
        wide ? 1_000_000 : (int) pick(random, 6, 20, 100),
        wide ? 1_000_000 : (int) pick(random, 30, 100),
        pageSize,
        parallel ? 2 + random.nextInt(3) : 1,
        lookback,
        Duration.ofMillis(pick(random, 20, 400, 3000)),
        random.nextInt(3) == 0 ? start.minus(Duration.ofDays(400)) : Instant.EPOCH,
        1 + random.nextInt(4));
  }

  private static long pick(Random random, long... values) {
    return values[random.nextInt(values.length)];
  }

  public boolean has(Feature feature) {
    return features.contains(feature);
  }

  /** Whether the tap is to tell which entries of lists are gone. */
  public boolean activatesVersions() {
    return start.toEpochMilli() % 2 == 0;
  }

  /** The longest time until everything that was changed is shown everywhere. */
  public Duration settling() {
    Duration listed = lists.lag().plus(lists.staleness());
    return lag.compareTo(listed) > 0 ? lag : listed;
  }

  /** Whether a list may grow by a page while a page is read, as one that goes round in circles. */
  public boolean outgrowsReaders() {
    double changesOfARequest = changesPerHour * 3 * latency.toMillis() / 3_600_000;
    return changesOfARequest > listPageSize();
  }

  /** Entries that each page of a list has at most, whatever it was asked for. */
  public int listPageSize() {
    return pageSize + 2;
  }
}

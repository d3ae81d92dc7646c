package io.github.tapkustomer.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
 * @param totalsOfLists whether lists tell their total
 * @param listsShrink whether things leave the lists; else new ones come
 * @param changesPerHour changes of records while a run reads
 * @param faultRate the share of requests that fail
 * @param searchLimit searches a minute
 */
record Scenario(
    Instant start,
    Duration localOffset,
    List<String> streams,
    int records,
    long grain,
    Duration lag,
    Duration horizonOffset,
    Set<String> unsorted,
    boolean replicas,
    boolean totalsOfLists,
    boolean listsShrink,
    double changesPerHour,
    double faultRate,
    int searchLimit,
    int pageSize,
    int concurrency,
    Duration lookback,
    Duration latency,
    Instant startDate,
    int runs) {
  private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
  private static final List<String> SEARCHED = List.of("companies", "kobjects", "notes");
  private static final List<String> LISTED = List.of("tags", "teams");

  static Scenario of(Random random) {
    Instant start = START.plusMillis(random.nextInt(86_400_000));
    boolean parallel = random.nextInt(3) == 0;
    List<String> streams = streams(random, parallel);
    Set<String> unsorted = new TreeSet<>();
    int pageSize = 1 + random.nextInt(7);
    long grain = pick(random, 1, 1, 1000, 60_000);
    // A page of one record, or of ties alone, always looks sorted.
    if (random.nextInt(6) == 0 && pageSize > 1 && grain == 1) {
      unsorted.add(streams.get(0));
    }
    Duration lookback = Duration.ofSeconds(random.nextInt(4) == 0 ? 30 : 300);
    return new Scenario(
        start,
        Duration.ofMillis(pick(random, 0, 0, 700, -700, 5_400_000, -86_000)),
        streams,
        random.nextInt(5) == 0 ? 1 + random.nextInt(4) : 5 + random.nextInt(parallel ? 120 : 60),
        grain,
        Duration.ofMillis(random.nextBoolean() ? random.nextInt((int) lookback.toMillis()) : 0),
        Duration.ofMinutes(random.nextInt(8000) - 4000),
        unsorted,
        random.nextInt(6) == 0,
        random.nextInt(4) > 0,
        random.nextBoolean(),
        random.nextInt(3) == 0 ? 0 : pick(random, 60, 600, 3600, 20_000),
        random.nextInt(2) * random.nextInt(25) / 100.0,
        parallel || random.nextInt(3) > 0 ? 1_000_000 : (int) pick(random, 6, 20, 100),
        pageSize,
        parallel ? 2 + random.nextInt(3) : 1,
        lookback,
        Duration.ofMillis(pick(random, 20, 400, 3000)),
        random.nextInt(3) == 0 ? start.minus(Duration.ofDays(400)) : Instant.EPOCH,
        1 + random.nextInt(4));
  }

  private static List<String> streams(Random random, boolean parallel) {
    List<String> searched = new ArrayList<>(SEARCHED);
    Collections.shuffle(searched, random);
    List<String> streams = new ArrayList<>(searched.subList(0, 1 + random.nextInt(2)));
    if (!parallel && random.nextInt(3) == 0) {
      streams.add(LISTED.get(random.nextInt(LISTED.size())));
    }
    return streams;
  }

  private static long pick(Random random, long... values) {
    return values[random.nextInt(values.length)];
  }

  static boolean isList(String stream) {
    return LISTED.contains(stream);
  }
}

package io.github.tapkustomer.fuzz;

import java.util.stream.LongStream;

/** The seeds of a fuzz test's cases: the same in each build; {@code -Dfuzz.seed=N} is one alone. */
public final class FuzzCases {
  private FuzzCases() {}

  /**
   * Tries each.
   *
   * @param count how many, unless {@code fuzz.seed} names one, or {@code fuzz.cases} more
   */
  public static void each(int count, Trial trial) {
    Long one = Long.getLong("fuzz.seed");
    LongStream seeds = one == null ? LongStream.range(0, cases(count)) : LongStream.of(one);
    seeds.forEach(
        seed -> {
          try {
            trial.run(seed);
          } catch (Exception | AssertionError | StackOverflowError e) {
            throw new AssertionError("replay with -Dfuzz.seed=" + seed + ": " + e.getMessage(), e);
          }
        });
  }

  private static int cases(int count) {
    return Integer.getInteger("fuzz.cases", count);
  }

  /** What is tried with a seed. */
  @FunctionalInterface
  public interface Trial {
    void run(long seed) throws Exception;
  }
}

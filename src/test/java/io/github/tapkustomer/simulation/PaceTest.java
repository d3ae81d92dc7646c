package io.github.tapkustomer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.simulation.PacedSync.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How much of the budget a whole sync uses, in simulated time. The time from the first request to
 * the last answer is held against the time that the budget alone takes for the searches that were
 * made, and for those that the records need at least. The shorter the sync, the more its first
 * answers and its last weigh.
 */
@ExtendWith(QuietTap.class)
class PaceTest {
  private static final int PHASES = 8;
  private static final Duration YEAR = Duration.ofDays(360);

  /** On average over where the API's windows end. */
  @ParameterizedTest
  @CsvSource({
    // records, page, latency, searches, window, least share by records
    "companies=20000, 500, 500, 100, 60, 3",
    "companies=100000, 500, 500, 100, 60, 1.05",
    "companies=50000+kobjects=50000+notes=50000, 500, 700, 100, 60, 1.05",
    "companies=6000+kobjects=6000+notes=6000, 100, 700, 50, 6, 0.95",
    "companies=12000, 100, 400, 60, 4, 0.9",
  })
  void usesTheBudget(String records, int page, int latency, int limit, int window, double least)
      throws Exception {
    PacedSync sync =
        new PacedSync(
            PacedSync.records(records),
            YEAR,
            page,
            Duration.ofMillis(latency),
            limit,
            Duration.ofSeconds(window));
    double taken = 0;
    int searches = 0;
    int refused = 0;
    for (int phase = 0; phase < PHASES; phase++) {
      Outcome outcome = sync.run(sync.window().multipliedBy(phase + 1L).dividedBy(PHASES));
      taken += outcome.seconds();
      searches += outcome.searches();
      refused += outcome.refused();
    }
    double pace = taken * limit / window;
    double share = PHASES * sync.pages() / pace;

    System.err.printf(
        "%s: %.3f by searches, %.3f by records, %d searches, %d refused%n",
        records, searches / pace, share, searches, refused);
    assertThat(searches / pace).isGreaterThan(0.95);
    assertThat(share).isGreaterThan(least);
    assertThat(refused).isLessThanOrEqualTo(searches / 100);
    assertThat(searches).isLessThan((int) (PHASES * (sync.pages() * 1.05 + 20)));
  }

  /**
   * Against the best that the windows allow: all that is left of the first one, then whole ones,
   * and the last searches side by side.
   */
  @ParameterizedTest
  @CsvSource({
    // records, years, latency in milliseconds
    "conversations=90000, 1, 500",
    "conversations=60000+customers=25000+messages=40000, 1, 500",
    "messages=45000+conversations=18000+customers=10000+notes=2000+kobjects=12000+companies=3000,"
        + " 8, 500",
    "messages=15000+conversations=15000+customers=15000+notes=2000+kobjects=15000+companies=15000,"
        + " 8, 250",
  })
  void isNearTheOptimum(String records, int years, int latency) throws Exception {
    PacedSync sync =
        new PacedSync(
            PacedSync.records(records),
            YEAR.multipliedBy(years),
            500,
            Duration.ofMillis(latency),
            100,
            Duration.ofSeconds(60));
    for (int left : new int[] {60, 25}) {
      Outcome outcome = sync.run(Duration.ofSeconds(left));
      double optimum = sync.optimum(left, outcome.searches());
      System.err.printf(
          "%d s left: %d searches for %d pages, %.1f s of %.1f, %d refused%n",
          left, outcome.searches(), sync.pages(), outcome.seconds(), optimum, outcome.refused());
      assertThat(outcome.searches())
          .isLessThanOrEqualTo((int) (sync.pages() * 1.05) + 2 * sync.records().size());
      assertThat(outcome.refused()).isZero();
      assertThat(outcome.seconds()).isLessThan(left == 60 ? optimum * 1.05 : optimum + 3);
    }
  }
}

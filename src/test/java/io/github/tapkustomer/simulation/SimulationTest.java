package io.github.tapkustomer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.simulation.Simulation.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tap's reading, state and writing against made-up organizations, each with its faults and
 * endings out of one seed. Each build runs the same thousand seeds and some that no build had
 * before, which begin at the time of day. {@code -Dsimulation.first=N} and {@code
 * -Dsimulation.seeds=N} name others, {@code -Dsimulation.fresh=N} the number of new ones; {@code
 * -Dsimulation.seed=N} runs one seed again and prints what was asked and answered.
 */
@ExtendWith(QuietTap.class)
class SimulationTest {
  private static final long SEEDS = Long.getLong("simulation.seeds", 1000);
  private static final long FRESH = Long.getLong("simulation.fresh", 100);
  private static final long REPLAYED = 40;
  private static final int SHOWN = 10;

  /** Fewer seeds need not show everything. */
  private static final long ENOUGH = 1000;

  @Test
  void losesNothingWhateverHappens() throws Exception {
    Long one = Long.getLong("simulation.seed");
    if (one != null) {
      replay(one);
      return;
    }
    long first = first();
    Seeds.Outcome all = Seeds.run(first, first + SEEDS - 1, SHOWN);

    System.err.printf("%d seeds: %s%n%s", SEEDS, all.figures(), all.tally().table());
    assertThat(all.failures()).isEmpty();
    Figures figures = all.figures();
    assertThat(figures.records()).isGreaterThan(SEEDS * 20);
    assertThat(figures.kills()).isGreaterThan(SEEDS / 2);
    assertThat(figures.faults()).isGreaterThan(SEEDS);
    if (SEEDS >= ENOUGH) {
      assertThat(all.tally().missing()).as("never happened").isEmpty();
    }
  }

  @Test
  void losesNothingInSeedsThatNoBuildHadBefore() throws Exception {
    long first = System.currentTimeMillis();
    Seeds.Outcome fresh = Seeds.run(first, first + FRESH - 1, SHOWN);

    assertThat(fresh.failures())
        .as("-Dsimulation.first=%d -Dsimulation.seeds=%d", first, FRESH)
        .isEmpty();
  }

  private static long first() {
    return Long.getLong("simulation.first", 1);
  }

  private static void replay(long seed) throws Exception {
    Simulation simulation = new Simulation(seed);
    System.err.println(simulation);
    try {
      System.err.println(simulation.run());
    } finally {
      simulation.log().forEach(System.err::println);
    }
  }

  @Test
  void runsTheSameAgainFromTheSameSeed() throws Exception {
    long first = first();
    for (long seed = first; seed < first + REPLAYED; seed++) {
      Simulation once = new Simulation(seed);
      if (!once.isExact()) {
        // Threads that wake each other, not the simulated time, race by real time.
        continue;
      }
      once.run();
      Simulation again = new Simulation(seed);
      again.run();

      assertThat(again.log()).as(again.toString()).isEqualTo(once.log());
    }
  }
}

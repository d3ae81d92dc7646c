package io.github.tapkustomer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.simulation.Simulation.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tap's reading, state and writing against made-up organisations, each with its faults and
 * deaths out of one seed. {@code -Dsimulation.seed=N} runs one seed again and prints what was asked
 * and answered; {@code -Dsimulation.seeds=N} says how many there are.
 */
@ExtendWith(QuietTap.class)
class SimulationTest {
  private static final long SEEDS = Long.getLong("simulation.seeds", 3000);
  private static final long REPLAYED = 40;
  private static final int SHOWN = 10;

  @Test
  void losesNothingWhateverHappens() throws Exception {
    Long one = Long.getLong("simulation.seed");
    if (one != null) {
      replay(one);
      return;
    }

    Seeds.Outcome all = Seeds.run(1, SEEDS, SHOWN);

    System.err.printf("%d seeds: %s%n", SEEDS, all.figures());
    assertThat(all.failures()).isEmpty();
    Figures figures = all.figures();
    assertThat(figures.records()).isGreaterThan(SEEDS * 20);
    assertThat(figures.kills()).isGreaterThan(SEEDS / 2);
    assertThat(figures.faults()).isGreaterThan(SEEDS);
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
    for (long seed = 1; seed <= REPLAYED; seed++) {
      Simulation once = new Simulation(seed);
      once.run();
      Simulation again = new Simulation(seed);
      again.run();

      assertThat(again.log()).as(again.toString()).isEqualTo(once.log());
    }
  }
}

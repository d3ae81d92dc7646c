package io.github.tapkustomer.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetThroughputTest {
  /** Every window, limit, latency and number of callers, against one server. */
  private static void assertUsesTheBudget(UnaryOperator<BudgetSimulation> server) {
    SoftAssertions softly = new SoftAssertions();
    for (int window : new int[] {4, 60}) {
      for (int limit : new int[] {20, 50, 100, 1000}) {
        for (int latency : new int[] {0, 400, 700}) {
          for (int inFlight : new int[] {1, 2, 4, 8, 16}) {
            BudgetSimulation setup =
                server.apply(BudgetSimulation.of(limit, window, inFlight, latency));
            BudgetSimulation.Outcome outcome = setup.run(Duration.ofSeconds(20L * window));
            softly.assertThat(outcome.share()).as("%s: %s", setup, outcome).isGreaterThan(0.95);
            softly.assertThat(outcome.refusedShare()).as("%s: %s", setup, outcome).isLessThan(0.01);
          }
        }
      }
    }
    softly.assertAll();
  }

  @Test
  void usesTheBudgetOfWindowsThatEndAsStated() {
    assertUsesTheBudget(setup -> setup);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 500, 999})
  void usesTheBudgetOfWindowsThatEndLaterThanStated(long millis) {
    assertUsesTheBudget(setup -> setup.endsStatedEarly(millis));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 500, 999})
  void usesTheBudgetOfWindowsThatEndEarlierThanStated(long millis) {
    assertUsesTheBudget(setup -> setup.endsStatedLate(millis));
  }

  @ParameterizedTest
  @ValueSource(longs = {-3_600_000, -1900, -300, 300, 1900, 3_600_123})
  void usesTheBudgetOfServersWithAnotherClock(long skew) {
    assertUsesTheBudget(setup -> setup.withSkew(skew));
  }

  /** A machine that slept, or a server whose clock changed. */
  @ParameterizedTest
  @ValueSource(longs = {-28_800, -600, -45, 45, 600, 28_800, 864_000})
  void continuesAtTheSamePaceOnceTheClocksHaveMoved(long seconds) {
    SoftAssertions softly = new SoftAssertions();
    for (int latency : new int[] {50, 700}) {
      BudgetSimulation setup = BudgetSimulation.of(100, 60, 12, latency);
      BudgetSimulation.Outcome outcome =
          setup.runWhileClocksMove(Duration.ofMinutes(40), Duration.ofSeconds(seconds));
      softly.assertThat(outcome.share()).as("%s: %s", setup, outcome).isGreaterThan(0.95);
      softly.assertThat(outcome.refusedShare()).as("%s: %s", setup, outcome).isLessThan(0.01);
    }
    softly.assertAll();
  }

  /** Several machines answer, and their clocks differ. */
  @ParameterizedTest
  @ValueSource(longs = {-5000, -1000, 1000, 3000, 5000, 10_000})
  void continuesAtTheSamePaceIfServersDisagreeAboutTheTime(long millis) {
    SoftAssertions softly = new SoftAssertions();
    for (int inFlight : new int[] {1, 4, 10}) {
      for (int latency : new int[] {50, 400}) {
        BudgetSimulation setup = BudgetSimulation.of(100, 60, inFlight, latency);
        BudgetSimulation.Outcome outcome =
            setup.runWithClocksApart(Duration.ofMinutes(40), Duration.ofMillis(millis));
        softly.assertThat(outcome.share()).as("%s: %s", setup, outcome).isGreaterThan(0.98);
        softly.assertThat(outcome.refusedShare()).as("%s: %s", setup, outcome).isLessThan(0.015);
      }
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5})
  void usesWhatTheReserveLeaves(double reserve) {
    assertUsesTheBudget(setup -> setup.withReserve(reserve));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 16})
  void losesNothingOfTheSearchBudgetInTenMinutes(int inFlight) {
    BudgetSimulation.Outcome outcome =
        BudgetSimulation.of(100, 60, inFlight, 500).run(Duration.ofMinutes(10));

    assertThat(outcome.share()).isGreaterThanOrEqualTo(0.99);
    assertThat(outcome.refused()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0.1, 5", "0.1, 30", "0.3, 60"})
  void leavesTheReserveToOthers(double reserve, int others) {
    BudgetSimulation.Outcome outcome =
        BudgetSimulation.of(100, 60, 8, 400)
            .withReserve(reserve)
            .withOthers(others)
            .run(Duration.ofMinutes(10));

    assertThat(outcome.refused()).isZero();
    assertThat(outcome.othersRefused()).isZero();
    assertThat(outcome.share()).isGreaterThan(0.95);
  }

  @Test
  void sharesTheBudgetWithAnotherConsumer() {
    BudgetSimulation.Outcome outcome =
        BudgetSimulation.of(100, 60, 4, 400).withOthers(50).run(Duration.ofMinutes(10));

    assertThat(outcome.share()).isGreaterThan(0.95);
    assertThat(outcome.refusedShare()).isLessThan(0.02);
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 700", "2, 8, 400", "2, 8, 20", "3, 8, 400"})
  void severalTapsShareTheSearchBudgetEvenly(int processes, int inFlight, int latency) {
    BudgetSimulation.Outcome outcome =
        BudgetSimulation.of(100, 60, inFlight, latency)
            .inProcesses(processes)
            .run(Duration.ofMinutes(20));

    assertThat(outcome.share()).isGreaterThan(0.99);
    assertThat(outcome.refusedShare()).isLessThan(0.015 * (processes - 0.5));
    assertThat(outcome.allowedOfEach())
        .allSatisfy(
            allowed ->
                assertThat(allowed * processes / (double) outcome.allowed()).isBetween(0.8, 1.25));
  }
}

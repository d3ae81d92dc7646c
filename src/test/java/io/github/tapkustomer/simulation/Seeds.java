package io.github.tapkustomer.simulation;

import io.github.tapkustomer.simulation.Simulation.Figures;
import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Many simulations, a few at a time. */
public final class Seeds {
  private final Optional<Feature> feature;
  private final AtomicLong next;
  private final long last;
  private final int wanted;
  private final List<String> failures = new ArrayList<>();
  private final Tally tally = new Tally();
  private Figures figures = Figures.NONE;

  private Seeds(Optional<Feature> feature, long first, long last, int wanted) {
    this.feature = feature;
    this.next = new AtomicLong(first);
    this.last = last;
    this.wanted = wanted;
  }

  /**
   * What they came to.
   *
   * @param failures seeds with which a promise was broken, and how
   */
  record Outcome(Figures figures, Tally tally, List<String> failures) {}

  /** Runs the seeds from the first to the last, or until so many have failed. */
  static Outcome run(long first, long last, int wanted) throws InterruptedException {
    return run(Optional.empty(), first, last, wanted);
  }

  private static Outcome run(Optional<Feature> feature, long first, long last, int wanted)
      throws InterruptedException {
    Seeds seeds = new Seeds(feature, first, last, wanted);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      Thread thread = new Thread(seeds::work);
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return new Outcome(seeds.figures, seeds.tally, seeds.failures);
  }

  /**
   * For callers that load these classes anew; the first failure, or an empty text.
   *
   * @param feature what all seeds that run must have; any seed where this is empty
   */
  public static String firstFailure(String feature, long first, long last)
      throws InterruptedException {
    Optional<Feature> needed =
        feature.isEmpty() ? Optional.empty() : Optional.of(Feature.valueOf(feature));
    return String.join("\n", run(needed, first, last, 1).failures());
  }

  private void work() {
    for (long seed; (seed = next.getAndIncrement()) <= last && !isEnough(); ) {
      Simulation simulation = new Simulation(seed);
      if (!feature.map(simulation::has).orElse(true)) {
        continue;
      }
      try {
        add(simulation.run());
        tally.add(simulation.tally());
      } catch (Exception | AssertionError e) {
        fail(simulation + "\n" + e);
      }
    }
  }

  private synchronized boolean isEnough() {
    return failures.size() >= wanted;
  }

  private synchronized void add(Figures one) {
    figures = figures.plus(one);
  }

  private synchronized void fail(String how) {
    failures.add(how);
  }
}

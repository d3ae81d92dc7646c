package io.github.tapkustomer.simulation;

import io.github.tapkustomer.simulation.Simulation.Figures;
import io.github.tapkustomer.simulation.world.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Many simulations, a few at a time. */
public final class Seeds {
  private final List<String> needs;
  private final AtomicLong next;
  private final long last;
  private final int wanted;
  private final List<String> failures = new ArrayList<>();
  private final Tally tally = new Tally();
  private Figures figures = Figures.NONE;

  private Seeds(List<String> needs, long first, long last, int wanted) {
    this.needs = needs;
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
    return run(List.of(), first, last, wanted);
  }

  private static Outcome run(List<String> needs, long first, long last, int wanted)
      throws InterruptedException {
    Seeds seeds = new Seeds(needs, first, last, wanted);
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
   * For callers that load these classes again; the first failure, or an empty text.
   *
   * @param needs features, or kinds of streams, that a scenario must have; others are skipped
   */
  public static String firstFailure(List<String> needs, long first, long last)
      throws InterruptedException {
    return String.join("\n", run(needs, first, last, 1).failures());
  }

  private void work() {
    for (long seed; (seed = next.getAndIncrement()) <= last && !isEnough(); ) {
      Simulation simulation = new Simulation(seed);
      if (!needs.stream().allMatch(simulation::has)) {
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

package io.github.tapkustomer.cli;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Timer;
import java.io.OutputStream;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * What the program gets from outside, so that tests can run it without chance.
 *
 * @param random gives numbers from 0 to 1 for the jitter of waits
 */
record Surroundings(OutputStream stdout, Timer timer, DoubleSupplier random) {
  Surroundings {
    requireNonNull(stdout, "stdout");
    requireNonNull(timer, "timer");
    requireNonNull(random, "random");
  }

  /** The machine's own. */
  static Surroundings real(OutputStream stdout) {
    return new Surroundings(stdout, Timer.system(), () -> ThreadLocalRandom.current().nextDouble());
  }
}

package io.github.tapkustomer.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** States, from those in {@code StateFuzzInputs} on to whatever reaches new branches. */
class StateFuzz {
  private final FuzzInput input = new StateInput();

  @FuzzTest(maxDuration = "10s")
  void isReadOrToldOf(byte[] bytes) throws Exception {
    input.read(bytes);
  }
}

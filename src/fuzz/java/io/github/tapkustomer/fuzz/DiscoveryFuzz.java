package io.github.tapkustomer.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Answers to discovery, from those in {@code DiscoveryFuzzInputs} on to whatever reaches new
 * branches.
 */
class DiscoveryFuzz {
  private final FuzzInput input = new DiscoveryInput();

  @FuzzTest(maxDuration = "10s")
  void isReadOrToldOf(byte[] bytes) throws Exception {
    input.read(bytes);
  }
}

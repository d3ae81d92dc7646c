package io.github.tapkustomer.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Pages of records, from those in {@code PageFuzzInputs} on to whatever reaches new branches. */
class PageFuzz {
  private final FuzzInput input = new PageInput();

  @FuzzTest(maxDuration = "10s")
  void isReadOrToldOf(byte[] bytes) throws Exception {
    input.read(bytes);
  }
}

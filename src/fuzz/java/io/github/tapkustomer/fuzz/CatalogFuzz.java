package io.github.tapkustomer.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Catalogs, from those in {@code CatalogFuzzInputs} on to whatever reaches new branches. */
class CatalogFuzz {
  private final FuzzInput input = new CatalogInput();

  @FuzzTest(maxDuration = "10s")
  void isReadOrToldOf(byte[] bytes) throws Exception {
    input.read(bytes);
  }
}

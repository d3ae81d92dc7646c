package io.github.tapkustomer.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Files of settings, from those in {@code SettingsFuzzInputs} on to whatever reaches new branches.
 */
class SettingsFuzz {
  private final FuzzInput input = new SettingsInput();

  @FuzzTest(maxDuration = "10s")
  void isReadOrToldOf(byte[] bytes) throws Exception {
    input.read(bytes);
  }
}

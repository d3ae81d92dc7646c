package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The settings that a first run starts from. */
class SampleConfigTest {

  @Test
  void isTakenWithoutAWarningOfASetting() {
    Tap.Run run = Tap.run("--config", "config.sample.json", "--sandbox", "--discover");

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.stderr()).doesNotContain("config.sample.json", "setting");
  }
}

package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where memory ends outside of what can be asked for again. */
@Timeout(20)
class OutOfMemoryTest {
  private static final OutputStream FULL =
      new OutputStream() {
        @Override
        public void write(int value) {
          throw new OutOfMemoryError("made up");
        }
      };

  @Test
  void endsTheRunAndSaysWhatHelps() {
    Tap.Run run = Tap.run(FULL, "--sandbox");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BUG);
    assertThat(run.criticalLines())
        .containsExactly(
            "CRITICAL not enough memory: increase the heap, for example with JAVA_OPTS=-Xmx2g, or"
                + " reduce concurrency");
    assertThat(run.stderr()).doesNotContain("\tat ");
  }
}

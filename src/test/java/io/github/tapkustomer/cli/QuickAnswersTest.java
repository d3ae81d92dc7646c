package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.CheckedInFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class QuickAnswersTest {
  private static final Path HELP = Path.of("src/main/resources/io/github/tapkustomer/cli/help.txt");

  @Test
  void helpIsWhatPicocliMakesOfTheOptions() throws IOException {
    CheckedInFile.isCurrent(HELP, Commands.line().getUsageMessage(Ansi.OFF), getClass());
  }

  /** A second option takes the way through picocli. */
  @ParameterizedTest
  @ValueSource(strings = {"--version", "--help", "-h", "--about"})
  void answersAsPicocliDoes(String option) {
    Tap.Run quick = Tap.run(option);

    assertThat(quick).isEqualTo(Tap.run(option, "--sandbox"));
    assertThat(quick.exitCode()).isZero();
    assertThat(quick.stdout()).isEqualTo(QuickAnswers.to(option).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--about --format=json", "--discover", "check --help", "--versio"})
  void leavesEverythingElseToPicocli(String arguments) {
    assertThat(QuickAnswers.to(arguments.split(" "))).isEmpty();
  }
}

package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first command of the README does what it says there. */
class QuickStartIT {
  private static final String BUILD = "mvn -q -DskipTests package && ";

  @Test
  void readsTheSandboxWithTheSampleFiles() throws Exception {
    Matcher block =
        Pattern.compile("(?s)## Quick start.*?```bash\\n(.*?)\\n```")
            .matcher(Files.readString(Path.of("README.md")));
    assertThat(block.find()).isTrue();
    String command = block.group(1);

    // The build that runs this test has made what the first half makes.
    assertThat(command).startsWith(BUILD);
    Tap.Run run = Program.of("sh", "-c", command.substring(BUILD.length())).run();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.output().checkProtocol().records("customers")).hasSizeGreaterThan(100);
  }
}

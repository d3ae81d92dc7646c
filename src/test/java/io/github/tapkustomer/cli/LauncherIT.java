package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code bin/tap-kustomer} finds the program and a Java, and what it keeps off stdout. */
class LauncherIT {
  private static final String VERSION = "tap-kustomer " + Version.number() + "\n";

  @TempDir private Path folder;

  @Test
  void findsItselfThroughLinksThatLeadToLinks() throws Exception {
    Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), Program.LAUNCHER);
    Path bin = Files.createDirectory(folder.resolve("bin with spaces"));
    Path link = bin.resolve("tap");
    Files.createSymbolicLink(link, bin.relativize(absolute));

    assertThat(Program.of(link.toString(), "--version").in(bin).run().stdout()).isEqualTo(VERSION);
    String path = bin + ":" + System.getenv("PATH");
    Program found = Program.of("sh", "-c", "tap --version").variable("PATH", path).in(folder);
    assertThat(found.run().stdout()).isEqualTo(VERSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xverify:none", "-XX:+UseLargePages", "-Xlog:gc=warning"})
  void keepsTheJvmsOwnWordsOffStdout(String option) throws Exception {
    for (String variable : new String[] {"JAVA_OPTS", "JAVA_TOOL_OPTIONS"}) {
      Tap.Run run = Program.launcher("--version").variable(variable, option).run();

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      assertThat(run.stdout()).as(variable).isEqualTo(VERSION);
    }
    Tap.Run warned = Program.launcher("--version").variable("JAVA_OPTS", "-Xverify:none").run();
    assertThat(warned.stderr()).contains("warning");
  }

  @Test
  void givesJavaTheOptionsOfTheEnvironment() throws Exception {
    Tap.Run run =
        Program.launcher("--version").variable("JAVA_OPTS", "-Xms32m -Xmx1m -showversion").run();

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.stdout()).isEmpty();
    assertThat(run.stderr()).contains("heap size");
  }

  @Test
  void takesTheJavaOfJavaHomeBeforeThatOfThePath() throws Exception {
    Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nshift $(($# - 1))\necho \"chosen $1\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();

    Program program = Program.launcher("--version");
    Tap.Run run = program.variable("JAVA_HOME", folder.resolve("java").toString()).run();

    assertThat(run.stdout()).isEqualTo("chosen --version\n");
  }

  @Test
  void saysWhatToDoWhereThereIsNoJava() throws Exception {
    Tap.Run run =
        Program.launcher("--version")
            .variable("JAVA_HOME", folder.resolve("gone").toString())
            .run();

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.stderr())
        .isEqualTo(
            "CRITICAL no Java at "
                + folder.resolve("gone/bin/java")
                + ": install Java 17 or newer, or set JAVA_HOME\n");
  }
}

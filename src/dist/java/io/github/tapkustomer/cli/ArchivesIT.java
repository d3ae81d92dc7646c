package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The archives that people download. */
class ArchivesIT {
  private static final List<String> FILES =
      List.of(
          "LICENSE",
          "README.md",
          "bin/tap-kustomer",
          "bin/tap-kustomer-run",
          "catalog.sample.json",
          "config.sample.json",
          "lib/tap-kustomer.jar",
          "share/bash-completion/completions/tap-kustomer",
          "share/doc/tap-kustomer/scheduling.md",
          "share/doc/tap-kustomer/settings.md",
          "share/doc/tap-kustomer/streams.md",
          "share/doc/tap-kustomer/troubleshooting.md",
          "share/man/man1/tap-kustomer-run.1",
          "share/man/man1/tap-kustomer-sandbox.1",
          "share/man/man1/tap-kustomer.1",
          "share/systemd/tap-kustomer@.service",
          "share/systemd/tap-kustomer@.timer");

  @TempDir private Path folder;

  @Test
  void theTarHoldsAProgramThatRuns() throws Exception {
    Path home = Published.unpack(Published.archive(), folder);

    assertThat(files(home)).containsAll(FILES);
    Program program = Program.of("bin/tap-kustomer", "--sandbox", "--config", "config.sample.json");
    Tap.Run run = program.with("--catalog", "catalog.sample.json").in(home).run();
    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.output().checkProtocol().records("customers")).isNotEmpty();
  }

  @Test
  void theZipHoldsTheSameFilesAndItsLauncherMayRun() throws Exception {
    Path home = Published.unpack(Published.archive(), folder);

    try (FileSystem zip =
        FileSystems.newFileSystem(
            Published.file(".zip"), Map.of("enablePosixFileAttributes", true))) {
      Path inside = zip.getPath("/" + home.getFileName());
      assertThat(files(inside)).isEqualTo(files(home));
      for (String program : List.of("bin/tap-kustomer", "bin/tap-kustomer-run")) {
        assertThat(Files.getPosixFilePermissions(inside.resolve(program)))
            .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      for (String file : files(home)) {
        assertThat(Files.mismatch(inside.resolve(file), home.resolve(file))).as(file).isEqualTo(-1);
      }
    }
  }

  /** To three per cent. */
  @ParameterizedTest
  @CsvSource({"'<version>.tar.gz`, `.zip`', .zip", "<version>-py3-none-any.whl`, .whl"})
  void areAsLargeAsThePageSays(String named, String ending) throws Exception {
    isAsLargeAsThePageSays(named, Published.file(ending));
  }

  @Test
  @EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
  void theOneWithJavaIsAsLargeAsThePageSays() throws Exception {
    isAsLargeAsThePageSays("<version>-linux-amd64.tar.gz`", Published.linuxArchive());
  }

  private static void isAsLargeAsThePageSays(String named, Path file) throws Exception {
    Matcher row =
        Pattern.compile(Pattern.quote(named) + " \\| ([0-9.]+) MB \\|")
            .matcher(Files.readString(Path.of(".github/docs/installing.md")));

    assertThat(row.find()).isTrue();
    assertThat(Files.size(file) / 1e6)
        .isCloseTo(Double.parseDouble(row.group(1)), withPercentage(3));
  }

  @Test
  void theRunnerHasAManPageOfItsOwn() throws Exception {
    Path page = Published.unpack(Published.archive(), folder).resolve("share/man/man1");

    assertThat(page.resolve("tap-kustomer-run.1"))
        .content()
        .contains(
            ".TH \"TAP\\-KUSTOMER\\-RUN\" \"1\"", "75", "STATE.previous", "\\-\\- target\\-jsonl");
  }

  @Test
  void theManPagesHaveEveryOption() throws Exception {
    Path pages = Published.unpack(Published.archive(), folder).resolve("share/man/man1");
    CommandLine program = Commands.line();

    tellsEveryOption(pages.resolve("tap-kustomer.1"), program);
    program
        .getSubcommands()
        .forEach(
            (name, command) ->
                tellsEveryOption(pages.resolve("tap-kustomer-" + name + ".1"), command));
  }

  private static void tellsEveryOption(Path page, CommandLine command) {
    // In a man page's source a hyphen is \-.
    assertThat(page).content().startsWith("'\\\" t\n").contains(".TH \"TAP\\-KUSTOMER");
    for (OptionSpec option : command.getCommandSpec().options()) {
      assertThat(page).content().contains(option.longestName().replace("-", "\\-"));
    }
  }

  @Test
  void bashCompletesOptions() throws Exception {
    Path home = Published.unpack(Published.archive(), folder);
    String script =
        """
        source share/bash-completion/completions/tap-kustomer
        COMP_WORDS=(tap-kustomer --disc) COMP_CWORD=1
        $(complete -p tap-kustomer | sed 's/.*-F \\([^ ]*\\) .*/\\1/') tap-kustomer --disc tap-kustomer
        echo "${COMPREPLY[@]}"
        """;

    Tap.Run run = Program.of("bash", "-c", script).in(home).run();

    assertThat(run.stdout()).as(run.stderr()).isEqualTo("--discover\n");
  }

  private static SortedSet<String> files(Path folder) throws Exception {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}

package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * All that a sync of customers leaves behind.
 *
 * @param text stdout with its states, the log, the summary and the report
 */
record LeftBehind(Tap.Run run, String text) {

  /** Syncs, and checks that no other file was written. */
  static LeftBehind by(Tap tap, Path folder) throws IOException {
    Path summary = folder.resolve("summary.json");
    Path report = folder.resolve("report.html");
    Tap.Run run =
        tap.sync(
            "--select",
            "customers",
            "--log-level",
            "debug",
            "--summary",
            summary.toString(),
            "--report",
            report.toString());
    assertThat(run.exitCode()).as(run.stderr()).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .isSubsetOf("config.json", "state.json", "summary.json", "report.html");
    }
    return new LeftBehind(
        run, run.stdout() + run.stderr() + Files.readString(summary) + Files.readString(report));
  }
}

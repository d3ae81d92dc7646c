package io.github.tapkustomer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wheel, installed by pip into a fresh environment without any index; needs Python 3. */
class WheelIT {
  @TempDir private Path folder;

  @Test
  void pipInstallsACommandThatSyncs() throws Exception {
    Path bin = environment().resolve("bin");

    Tap.Run version = Program.of(bin.resolve("tap-kustomer").toString(), "--version").run();
    assertThat(version).isEqualTo(new Tap.Run(0, "tap-kustomer " + Version.number() + "\n", ""));
    Tap.Run sync = Program.of(bin.resolve("tap-kustomer").toString(), "--sandbox").run();
    assertThat(sync.exitCode()).as(sync.stderr()).isZero();
    assertThat(sync.output().checkProtocol().records("customers")).isNotEmpty();
  }

  @Test
  void pipInstallsTheRunnerToo() throws Exception {
    String runner = environment().resolve("bin/tap-kustomer-run").toString();
    String target = "sed -n 's/^{\"type\":\"STATE\",\"value\":\\(.*\\)}$/\\1/p'";

    Tap.Run run =
        Program.of(runner, "state.json", "--sandbox", "--select", "tags", "--", "sh", "-c", target)
            .in(folder)
            .run();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(folder.resolve("state.json")).content().contains("\"bookmarks\":{\"tags\"");
  }

  @Test
  void theCommandsFailureIsTheTaps() throws Exception {
    String python = environment().resolve("bin/python").toString();

    Tap.Run run = Program.of(python, "-m", "tap_kustomer", "--config", "ab sent.json").run();

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.stderr()).contains("CRITICAL", "ab sent.json");
  }

  @Test
  void pipKnowsWhatItInstalled() throws Exception {
    String python = environment().resolve("bin/python").toString();

    Tap.Run shown = Program.of(python, "-m", "pip", "show", "tap-kustomer").run();
    assertThat(shown.stdout())
        .contains("Name: tap-kustomer\nVersion: " + Version.number() + "\nSummary: Singer tap");
    Tap.Run removed = Program.of(python, "-m", "pip", "uninstall", "-y", "tap-kustomer").run();
    assertThat(removed.exitCode()).as(removed.stderr()).isZero();
    assertThat(folder.resolve("venv/bin/tap-kustomer")).doesNotExist();
  }

  @Test
  void theRecordHoldsTheSumOfEveryFile() throws Exception {
    try (ZipFile wheel = new ZipFile(Published.file(".whl").toFile())) {
      String name = "tap_kustomer-" + Version.number() + ".dist-info/RECORD";
      List<String> lines = text(wheel, name).lines().toList();

      assertThat(lines).hasSize(wheel.size()).contains(name + ",,");
      for (String line : lines.subList(0, lines.size() - 1)) {
        String[] parts = line.split(",", -1);
        byte[] content = bytes(wheel, parts[0]);
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
        assertThat(parts[1])
            .isEqualTo("sha256=" + Base64.getUrlEncoder().withoutPadding().encodeToString(sum));
        assertThat(parts[2]).isEqualTo(String.valueOf(content.length));
      }
    }
  }

  private Path environment() throws Exception {
    Path environment = folder.resolve("venv");
    succeeds("python3", "-m", "venv", environment.toString());
    String python = environment.resolve("bin/python").toString();
    String wheel = Published.file(".whl").toString();
    succeeds(python, "-m", "pip", "install", "--no-index", "--no-cache-dir", wheel);
    return environment;
  }

  private static void succeeds(String... command) throws Exception {
    Tap.Run run = Program.of(command).run();
    assertThat(run.exitCode()).as(String.join(" ", command) + ": " + run.stderr()).isZero();
  }

  private static String text(ZipFile zip, String name) throws Exception {
    return new String(bytes(zip, name), UTF_8);
  }

  private static byte[] bytes(ZipFile zip, String name) throws Exception {
    ZipEntry entry = zip.getEntry(name);
    assertThat(entry).as(name).isNotNull();
    return zip.getInputStream(entry).readAllBytes();
  }
}

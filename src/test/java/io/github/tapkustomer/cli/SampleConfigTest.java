package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that a first run starts from. */
class SampleConfigTest {

  @Test
  void isTakenWithoutAWarningOfASetting() {
    Tap.Run run = Tap.run("--config", "config.sample.json", "--sandbox", "--discover");

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.stderr()).doesNotContain("config.sample.json", "setting");
  }

  @Test
  void showsMasksThatWork() throws IOException {
    Tap.Run run =
        Tap.run("--config", "config.sample.json", "--sandbox", "--select", "customers.*", "--test");

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.output().records("customers").get(0).path("birthday_at").asText())
        .isEqualTo("redacted");
    assertThat(Files.readString(Path.of("config.sample.json")))
        .contains("hmac_key", "emit_activate_version_messages");
  }

  @Test
  void isNotTakenForTheKeyOfAHash(@TempDir Path folder) throws IOException {
    String sample = Files.readString(Path.of("config.sample.json"));
    Path config = folder.resolve("config.json");
    Files.writeString(config, sample.replace("\"redact\"", "\"hmac\""));

    Tap.Run run = Tap.run("--config", config.toString(), "--sandbox");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.stderr()).contains("needs a key: set hmac_key");
  }
}

package io.github.tapkustomer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as Meltano starts it: settings in variables, logs asked for in JSON. */
class EnvironmentTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void readsVariablesAndDotEnvAndLogsJson() throws Exception {
    Organization organization = Organization.generate(3, 5, Clock.systemUTC());
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      Files.writeString(
          folder.resolve(".env"),
          "TAP_KUSTOMER_API_TOKEN=%s\nTAP_KUSTOMER_API_URL=http://127.0.0.1:1\n"
              .formatted(sandbox.apiKey()));
      ProcessBuilder program =
          TapProcess.program(List.of("--config", "ENV", "--select", "teams"))
              .directory(folder.toFile())
              .redirectError(folder.resolve("stderr").toFile());
      program.environment().put("TAP_KUSTOMER_API_URL", sandbox.uri().toString());
      program.environment().put("SINGER_SDK_LOG_CONFIG", "logging.yaml");
      Process process = program.start();
      String stdout = new String(process.getInputStream().readAllBytes(), UTF_8);
      String stderr = Files.readString(folder.resolve("stderr"));

      assertThat(process.waitFor()).as(stderr).isZero();
      assertThat(SingerOutput.of(stdout).checkProtocol().records("teams")).isNotEmpty();
      assertThat(stderr).doesNotContain(sandbox.apiKey());
      assertThat(stderr.lines()).isNotEmpty().allSatisfy(EnvironmentTest::assertStructured);
      assertThat(stderr.lines())
          .anyMatch(
              line -> line.contains("\"stream_name\":\"teams\"") && line.contains("metric_info"));
    }
  }

  private static void assertStructured(String line) throws Exception {
    JsonNode log = JSON.readTree(line);
    assertThat(log.fieldNames())
        .toIterable()
        .contains(
            "level",
            "pid",
            "logger_name",
            "ts",
            "thread_name",
            "app_name",
            "stream_name",
            "message");
    assertThat(log.path("level").asText()).isIn("info", "warning");
    assertThat(log.path("app_name").asText()).isEqualTo("tap-kustomer");
    assertThat(log.path("ts").isNumber()).isTrue();
  }
}

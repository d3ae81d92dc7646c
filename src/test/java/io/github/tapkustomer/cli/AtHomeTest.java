package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What schedulers ask of a run: logs in their format, and no state of another organization. */
class AtHomeTest {
  @TempDir Path folder;

  private static Sandbox organization(long seed) {
    return Sandbox.start(
        SandboxOptions.defaults(), Organization.generate(seed, 5, Clock.systemUTC()));
  }

  @Test
  void logsJsonIfAnOptionSaysSo() {
    try (Sandbox sandbox = organization(1)) {
      Tap.Run run = Tap.on(sandbox, folder).select("teams").sync("--log-format", "json");

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      assertThat(run.stderr().lines())
          .allSatisfy(line -> assertThat(Tap.json(line).path("extra").isObject()).isTrue());
    }
  }

  @Test
  void logsNoRequestButEverySummary() {
    try (Sandbox sandbox = organization(1)) {
      Tap.Run run = Tap.on(sandbox, folder).select("teams").sync("--metrics", "streams");

      assertThat(run.stderr())
          .contains("\"record_count\"", "\"job_duration\"", "of 1 stream in")
          .doesNotContain("http_request_duration");
    }
  }

  @Test
  void refusesAStateOfAnotherOrganizationUnlessAllowed() {
    JsonNode state;
    try (Sandbox first = organization(1)) {
      Tap.Run run = Tap.on(first, folder).select("teams").sync();
      state = run.output().lastState().orElseThrow();
      assertThat(state.path("organization").asText()).isNotEmpty();
      assertThat(Tap.on(first, folder).select("teams").state(state).sync().exitCode()).isZero();
    }
    try (Sandbox second = organization(2)) {
      Tap tap = Tap.on(second, folder).select("teams").state(state);
      Tap.Run refused = tap.sync();

      assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(refused.stdout()).isEmpty();
      assertThat(refused.criticalLines())
          .singleElement()
          .asString()
          .contains(state.path("organization").asText(), "--any-organization");
      Tap.Run accepted = tap.sync("--any-organization");
      assertThat(accepted.exitCode()).as(accepted.stderr()).isZero();
      assertThat(accepted.output().lastState().orElseThrow().path("organization"))
          .isNotEqualTo(state.path("organization"));
    }
  }
}

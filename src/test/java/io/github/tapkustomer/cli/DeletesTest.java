package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeletesTest {
  @TempDir Path folder;

  @Test
  void marksWhatIsDeletedAndUnmarksWhatIsRestored() {
    Organization organization = fiveHundred();
    List<String> ids = List.copyOf(organization.updatedAtById("customer").keySet());
    ids.subList(0, 50).forEach(id -> organization.delete("customer", id));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      Tap tap = Tap.on(sandbox, folder).select("customers");
      SingerOutput output = tap.sync().output().checkProtocol();

      assertThat(output.records("customers").stream().filter(DeletesTest::isMarked)).hasSize(50);
      assertThat(output.records("customers").stream().filter(r -> !isMarked(r))).hasSize(450);

      organization.restore("customer", ids.get(0));
      SingerOutput second = tap.state(output.lastState().orElseThrow()).sync().output();
      JsonNode restored =
          second.records("customers").stream()
              .filter(record -> record.path("id").asText().equals(ids.get(0)))
              .findFirst()
              .orElseThrow();
      assertThat(restored.get("_sdc_deleted_at").isNull()).isTrue();
    }
  }

  @Test
  void leavesOutWhatIsDeletedIfTheSettingsSaySo() {
    Organization organization = fiveHundred();
    List<String> ids = List.copyOf(organization.updatedAtById("customer").keySet());
    ids.subList(0, 50).forEach(id -> organization.delete("customer", id));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      SingerOutput output =
          Tap.on(sandbox, folder)
              .select("customers")
              .set("include_deleted", "false")
              .sync()
              .output();

      assertThat(output.records("customers")).hasSize(450);
      assertThat(output.schema("customers").path("properties").has("_sdc_deleted_at")).isFalse();
    }
  }

  @Test
  void marksDeactivatedUsers() {
    Organization organization = Organization.generate(6, 30, Clock.systemUTC());
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      Tap tap = Tap.on(sandbox, folder).select("users");
      List<JsonNode> all = tap.sync().output().checkProtocol().records("users");
      List<JsonNode> active = tap.set("include_deleted", false).sync().output().records("users");

      long deactivated = all.stream().filter(DeletesTest::isMarked).count();
      assertThat(deactivated).isPositive();
      assertThat(active).hasSize((int) (all.size() - deactivated));
    }
  }

  private static boolean isMarked(JsonNode record) {
    return record.path("_sdc_deleted_at").isTextual();
  }

  private static Organization fiveHundred() {
    Organization organization = Organization.empty(Clock.systemUTC());
    Instant monthAgo = Instant.now().minus(Duration.ofDays(30));
    organization.addGenerated("customer", 500, monthAgo, monthAgo.plusSeconds(90_000));
    return organization;
  }
}

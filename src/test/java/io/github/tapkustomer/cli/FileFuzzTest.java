package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.fuzz.FuzzCases;
import io.github.tapkustomer.fuzz.OddJson;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.stream.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Config, catalog and state files changed at random: the run is good, or one line says why not. */
class FileFuzzTest {
  private static final int CASES = 120;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private static final String STATE =
      """
      {"currently_syncing": "customers", "bookmarks": {
        "customers": {"updated_at": "2026-08-01T00:00:00.000Z", "unfinished": {
          "updated_at": "2026-08-01T00:00:00.000Z", "until": "2026-09-01T00:00:00.000Z",
          "newest": "2026-08-15T00:00:00.000Z",
          "remaining": [["2026-08-01T00:00:00.000Z", "2026-08-03T00:00:00.000Z"]]}},
        "teams": "2026-08-01", "work_sessions": {"replication_key_value": "2026-08-01"}}}
      """;

  @Test
  @Timeout(120)
  void isReadOrToldOf() throws IOException {
    Organization organization = Organization.generate(3, 2, Clock.systemUTC());
    SandboxOptions options =
        SandboxOptions.defaults().withSearchLimit(100_000).withOrganizationLimit(100_000);
    String catalog = catalog();
    try (Sandbox sandbox = Sandbox.start(options, organization)) {
      String config =
          """
          {"api_url": "%s", "api_token": "%s", "start_date": "2026-01-01", "max_retries": 0,
           "page_size_limit": 100, "include_deleted": true, "request_timeout": 5}
          """
              .formatted(sandbox.uri(), sandbox.apiKey());
      FuzzCases.each(
          CASES,
          seed -> {
            OddJson mutation = new OddJson(seed);
            int which = (int) (seed % 3);
            Tap.Run run =
                Tap.run(
                    "--config",
                    file("config.json", config, which == 0, mutation),
                    "--config",
                    file("last.json", "{\"api_url\": \"" + sandbox.uri() + "\"}", false, mutation),
                    "--catalog",
                    file("catalog.json", catalog, which == 1, mutation),
                    "--state",
                    file("state.json", STATE, which == 2, mutation));
            check(run);
          });
    }
  }

  private static void check(Tap.Run run) {
    assertThat(run.exitCode())
        .as(run.stderr())
        .isIn(ExitCode.DONE, ExitCode.BAD_INPUT, ExitCode.KEY_REFUSED, ExitCode.API_GAVE_UP);
    assertThat(run.stderr()).doesNotContain("\tat ").doesNotContain("a bug in");
    if (run.exitCode() == ExitCode.DONE) {
      SingerOutput output = run.output();
      assertThat(run.stdout()).endsWith("\n");
      assertThat(output.messages().get(output.messages().size() - 1).path("type").asText())
          .isEqualTo("STATE");
    } else {
      assertThat(run.criticalLines()).isNotEmpty();
      assertThat(run.stdout()).isEmpty();
    }
  }

  private String file(String name, String content, boolean changed, OddJson mutation)
      throws IOException {
    Path file = folder.resolve(name);
    if (changed) {
      Files.write(file, mutation.of(content));
    } else {
      Files.writeString(file, content);
    }
    return file.toString();
  }

  /** Two streams with few fields, so that a change meets what matters. */
  private static String catalog() {
    ObjectNode catalog = JSON.createObjectNode();
    for (String stream : new String[] {"customers", "teams"}) {
      ObjectNode schema = Streams.find(stream).orElseThrow().schema();
      ObjectNode properties = (ObjectNode) schema.path("properties");
      properties.retain("id", "updated_at", "name", "emails", "custom", "deleted_at", "members");
      ObjectNode entry = catalog.withArray("streams").addObject();
      entry.put("tap_stream_id", stream).put("stream", stream);
      entry.putArray("key_properties").add("id");
      entry.set("schema", schema);
      ObjectNode root = entry.putArray("metadata").addObject();
      root.putArray("breadcrumb");
      root.putObject("metadata").put("selected", true).put("table-key-properties", "id");
      ObjectNode field = entry.withArray("metadata").addObject();
      field.putArray("breadcrumb").add("properties").add("name");
      field.putObject("metadata").put("selected", false).put("inclusion", "available");
    }
    return catalog.toString();
  }
}

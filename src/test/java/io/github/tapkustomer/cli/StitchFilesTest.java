package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.stream.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Config, catalog and state in the forms of Stitch's tap run here as they are. */
class StitchFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PAGE = Path.of(".github/docs/from-stitch.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `(\\w+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| [^|]+ \\|");

  /** Stitch's columns by stream, each with its type and format. */
  private static final JsonNode COLUMNS = columns();

  @TempDir Path folder;

  @Test
  void readsWithConfigCatalogAndStateUnchanged() throws Exception {
    Organization organization = Organization.generate(5, 150, Clock.systemUTC());
    Instant month = Instant.now().minusSeconds(30L * 86_400);
    // Windows of 60 days since 2019 are more searches than a minute allows.
    SandboxOptions options = SandboxOptions.defaults().withSearchLimit(5000);
    try (Sandbox sandbox = Sandbox.start(options, organization)) {
      String config =
          """
          {"api_token": "%s", "api_url": "%s", "start_date": "2019-01-01T00:00:00Z",
           "user_agent": "tap-kustomer <api_user_email@your_company.com>",
           "date_window_size": "60", "page_size_limit": "300", "frequency_in_minutes": "30"}
          """
              .formatted(sandbox.apiKey(), sandbox.uri());
      String state =
          "{\"currently_syncing\": \"messages\", \"bookmarks\": {\"customers\": \"%s\"}}"
              .formatted(month.toString().replaceFirst("\\.\\d+Z|Z$", ".000000Z"));
      Tap.Run run =
          Tap.run(
              "--config", file("config.json", config),
              "--catalog", file("catalog.json", catalog().toString()),
              "--state", file("state.json", state));

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      assertThat(run.stderr()).contains("WARN unknown setting frequency_in_minutes is ignored");
      SingerOutput output = run.output().checkProtocol();
      assertThat(output.streams()).containsExactlyInAnyOrderElementsOf(selected());
      assertThat(output.newest("conversations"))
          .containsAllEntriesOf(organization.updatedAtById("conversation"));
      Set<String> changed = new TreeSet<>();
      organization
          .updatedAtById("customer")
          .forEach(
              (id, at) -> {
                if (!at.isBefore(month)) {
                  changed.add(id);
                }
              });
      assertThat(output.ids("customers")).containsAll(changed);
      assertThat(output.newest("customers").values())
          .allMatch(at -> at.isAfter(month.minusSeconds(301)));
      assertThat(output.lastState().orElseThrow().at("/bookmarks/customers/updated_at").asText())
          .endsWith("Z");
    }
  }

  @Test
  void keepsTheCatalogsColumnsAndTheirTypes() throws Exception {
    Organization organization = Organization.generate(5, 150, Clock.systemUTC());
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      SingerOutput output =
          Tap.on(sandbox, folder).catalog(catalog()).sync().output().checkProtocol();

      JsonNode customers = output.schema("customers").path("properties");
      Set<String> allowed = new TreeSet<>();
      COLUMNS.path("customers").fieldNames().forEachRemaining(allowed::add);
      allowed.add("_sdc_deleted_at");
      assertThat(customers.fieldNames()).toIterable().isSubsetOf(allowed);
      assertThat(customers.at("/tags/type")).hasToString("[\"null\",\"string\"]");
      assertThat(output.records("customers"))
          .anyMatch(record -> record.path("tags").asText().startsWith("["));
    }
  }

  @Test
  void differsFromStitchsColumnsInWhatThePageSaysAndNothingElse() throws IOException {
    Set<String> told = new TreeSet<>();
    Matcher row = ROW.matcher(Files.readString(PAGE));
    while (row.find()) {
      for (String column : row.group(2).split(", ")) {
        told.add(
            "%s.%s: %s, %s"
                .formatted(row.group(1), column.replace("`", ""), row.group(3), row.group(4)));
      }
    }
    Set<String> seen = new TreeSet<>();
    for (Map.Entry<String, JsonNode> stream : COLUMNS.properties()) {
      JsonNode ours = Streams.find(stream.getKey()).orElseThrow().schema().path("properties");
      for (Map.Entry<String, JsonNode> column : stream.getValue().properties()) {
        String type = type(ours.path(column.getKey()));
        if (!type.equals(column.getValue().asText())) {
          seen.add(
              "%s.%s: %s, %s"
                  .formatted(stream.getKey(), column.getKey(), column.getValue().asText(), type));
        }
      }
    }

    assertThat(told).isEqualTo(seen).isNotEmpty();
  }

  private static String type(JsonNode schema) {
    if (schema.isMissingNode()) {
      return "none";
    }
    String type = schema.path("type").asText();
    for (JsonNode one : schema.path("type")) {
      type = one.asText().equals("null") ? type : one.asText();
    }
    return (type + " " + schema.path("format").asText("")).strip();
  }

  /** As Stitch's old catalogs are: closed, selected inside the schema, or in the metadata. */
  private static ObjectNode catalog() {
    ObjectNode catalog = JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> stream : COLUMNS.properties()) {
      ObjectNode entry = catalog.withArray("streams").addObject();
      entry.put("tap_stream_id", stream.getKey()).put("stream", stream.getKey());
      entry.putArray("key_properties").add("id");
      ObjectNode schema = entry.putObject("schema");
      schema.put("type", "object").put("additionalProperties", false);
      ObjectNode properties = schema.putObject("properties");
      for (Map.Entry<String, JsonNode> column : stream.getValue().properties()) {
        String[] type = column.getValue().asText().split(" ");
        ObjectNode property = properties.putObject(column.getKey());
        property.putArray("type").add(type[0]).add("null");
        if (type.length > 1) {
          property.put("format", type[1]);
        }
      }
      boolean isSelected = selected().contains(stream.getKey());
      if (stream.getKey().startsWith("c")) {
        schema.put("selected", isSelected);
      } else {
        ObjectNode root = entry.putArray("metadata").addObject();
        root.putArray("breadcrumb");
        root.putObject("metadata").put("selected", isSelected).put("inclusion", "available");
      }
    }
    return catalog;
  }

  private static List<String> selected() {
    List<String> selected = new ArrayList<>();
    COLUMNS.fieldNames().forEachRemaining(selected::add);
    selected.remove("kobjects");
    return selected;
  }

  private String file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, content);
    return file.toString();
  }

  private static JsonNode columns() {
    try (InputStream in = StitchFilesTest.class.getResourceAsStream("stitch-columns.json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

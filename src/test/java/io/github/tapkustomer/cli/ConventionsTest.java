package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.server.Traffic.Asked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Singer's and Meltano's tools expect of a tap's command line. */
class ConventionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox =
        Sandbox.start(SandboxOptions.defaults(), Organization.generate(3, 60, Clock.systemUTC()));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void introducesItselfWithoutSettings() throws Exception {
    Tap.Run run = Tap.run("--about", "--format=json");

    assertThat(run.exitCode()).isZero();
    assertThat(JSON.readTree(run.stdout()).path("name").asText()).isEqualTo("tap-kustomer");
    assertThat(run.stderr()).isEmpty();
    assertThat(Tap.run("--about").stdout()).contains("Settings", "page_size_limit");
  }

  @Test
  void showsOneRecordOfEachStreamInATestAndNoState() {
    Tap.Run run = with("--test", "--select", "customers.*,teams.*");

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.output().messages())
        .extracting(message -> message.path("type").asText())
        .containsExactlyInAnyOrder("SCHEMA", "SCHEMA", "RECORD", "RECORD");
    assertThat(run.output().records("customers")).hasSize(1);
    assertThat(run.output().records("teams")).hasSize(1);
    assertThat(sandbox.traffic().count(Asked.SEARCH)).isEqualTo(1);
  }

  @Test
  void showsSchemasAloneInATestOfThem() {
    Tap.Run run = with("--test=schema", "--select", "customers,notes");

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.output().messages())
        .extracting(message -> message.path("type").asText())
        .containsExactly("SCHEMA", "SCHEMA");
    assertThat(sandbox.traffic().count(Asked.SEARCH)).isZero();
  }

  @Test
  void readsWhatThePatternsSelect() {
    Tap.Run run = with("--select", "customers.*,!customers.custom,tags.name");

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    SingerOutput output = run.output().checkProtocol();
    assertThat(output.streams()).containsExactly("customers", "tags");
    assertThat(output.schema("customers").path("properties").has("custom")).isFalse();
    assertThat(output.schema("tags").path("properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "name", "updated_at");
    assertThat(output.records("customers")).isNotEmpty().noneMatch(record -> record.has("custom"));
  }

  @Test
  void printsTheCatalogThatThePatternsMake() throws Exception {
    Tap.Run discovered = with("--discover", "--select", "tags.*,!tags.color");
    Path catalog = folder.resolve("made.json");
    Files.writeString(catalog, discovered.stdout());
    SingerOutput output = with("--catalog", catalog.toString()).output().checkProtocol();

    assertThat(output.streams()).containsExactly("tags");
    assertThat(output.schema("tags").path("properties").has("color")).isFalse();
    assertThat(output.schema("tags").path("properties").has("name")).isTrue();
  }

  @Test
  void namesAPatternThatFitsNothing() {
    Tap.Run run = with("--select", "custmers.*");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.stderr()).contains("CRITICAL --select: \"custmers.*\" matches no stream");
    assertThat(run.stdout()).isEmpty();
  }

  @Test
  void countsRecordsInMetricsThatAddUp() throws Exception {
    Tap.Run run = with("--select", "customers,messages,tags");
    Map<String, Long> counted = new HashMap<>();
    List<String> timed = new ArrayList<>();
    for (JsonNode metric : metrics(run)) {
      String endpoint = metric.at("/tags/endpoint").asText();
      if (metric.path("metric").asText().equals("record_count")) {
        counted.merge(endpoint, metric.path("value").asLong(), Long::sum);
      }
      if (metric.path("metric").asText().equals("sync_duration")) {
        assertThat(metric.at("/tags/status").asText()).isEqualTo("succeeded");
        timed.add(endpoint);
      }
    }

    assertThat(timed).containsExactlyInAnyOrder("customers", "messages", "tags");
    for (String stream : List.of("customers", "messages", "tags")) {
      assertThat(counted).containsEntry(stream, (long) run.output().records(stream).size());
    }
    assertThat(metrics(run))
        .filteredOn(metric -> metric.path("metric").asText().equals("job_duration"))
        .hasSize(1);
  }

  @Test
  void logsTheUrlOfEveryRequestButNotTheKey() throws Exception {
    Tap.Run run = with("--select", "customers,tags");
    List<String> urls = new ArrayList<>();
    for (JsonNode metric : metrics(run)) {
      if (metric.path("metric").asText().equals("http_request_duration")) {
        urls.add(metric.at("/tags/url").asText());
      }
    }

    assertThat(urls).hasSize((int) sandbox.traffic().total());
    assertThat(urls)
        .contains("/v1/customers/search?page=1&pageSize=500")
        .anyMatch(url -> url.startsWith("/v1/tags?"));
    assertThat(run.stderr()).doesNotContain(sandbox.apiKey());
  }

  @Test
  void logsAtTheGivenLevel() {
    Tap.Run quiet = with("--select", "tags", "--log-level", "warning");
    Tap.Run failing = Tap.run("--log-level", "error", "--config", "none.json");

    assertThat(quiet.stderr()).doesNotContain("INFO").doesNotContain("METRIC");
    assertThat(failing.stderr()).startsWith("CRITICAL ");
    assertThat(with("--select", "tags").stderr()).contains("INFO METRIC");
  }

  @Test
  void understandsTheShortAndTheOldOptions() throws Exception {
    Path state = folder.resolve("state.json");
    Files.writeString(state, "{}");
    Path catalog = folder.resolve("picked.json");
    Files.writeString(catalog, with("-d", "--select", "teams").stdout());
    Tap.Run run = with("-p", catalog.toString(), "-s", state.toString());

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.output().streams()).containsExactly("teams");
  }

  @Test
  void printsACompletionForTheShell() {
    Tap.Run run = Tap.run("generate-completion");

    assertThat(run.exitCode()).isZero();
    assertThat(run.stdout()).contains("complete", "tap-kustomer", "--select", "--log-level");
    assertThat(Tap.run("--help").stdout()).doesNotContain("generate-completion");
  }

  private Tap.Run with(String... options) {
    List<String> arguments = Tap.on(sandbox, folder).arguments();
    arguments.set(0, "-c");
    arguments.addAll(List.of(options));
    return Tap.run(arguments.toArray(String[]::new));
  }

  private static List<JsonNode> metrics(Tap.Run run) throws Exception {
    List<JsonNode> metrics = new ArrayList<>();
    for (String line : run.stderr().lines().toList()) {
      if (line.startsWith("INFO METRIC: ")) {
        metrics.add(JSON.readTree(line.substring("INFO METRIC: ".length())));
      }
    }
    return metrics;
  }
}

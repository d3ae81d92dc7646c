package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.server.Traffic.Asked;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxSyncTest {
  private static final Map<String, String> CONTEXTS =
      Map.of(
          "customers", "customer",
          "conversations", "conversation",
          "messages", "message",
          "notes", "note",
          "kobjects", "kobject",
          "companies", "company");
  private static final Instant MONTH_AGO = Instant.now().minus(Duration.ofDays(30));

  @TempDir Path folder;

  @Test
  void givesEveryRecordOfAGeneratedOrganizationInItsNewestVersion() {
    Organization organization = Organization.generate(7, 400, Clock.systemUTC());
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      Tap.Run run = Tap.on(sandbox, folder).set("page_size_limit", 150).sync();

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      SingerOutput output = run.output().checkProtocol();
      Instant horizon = Instant.now().minus(Duration.ofDays(690));
      CONTEXTS.forEach(
          (stream, context) -> {
            Map<String, Instant> truth = organization.updatedAtById(context);
            truth.values().removeIf(at -> at.isBefore(horizon));
            assertThat(output.newest(stream)).as(stream).isNotEmpty().containsAllEntriesOf(truth);
            assertThat(output.ids(stream)).as(stream).doesNotHaveDuplicates();
          });
      assertThat(output.streams())
          .containsExactlyInAnyOrderElementsOf(
              Streams.ALL.stream()
                  .filter(StreamDefinition::selectedByDefault)
                  .map(StreamDefinition::name)
                  .toList());
      assertThat(output.lastState().orElseThrow().has("currently_syncing")).isFalse();
    }
  }

  @Test
  void readsTiesLongerThanAPageWithFewSearches() {
    Organization organization = Organization.empty(Clock.systemUTC());
    organization.addGenerated("conversation", 1000, MONTH_AGO, MONTH_AGO.plusSeconds(86_400));
    organization.addTies("conversation", 1300, MONTH_AGO.plusSeconds(100_000));
    organization.addGenerated(
        "conversation", 700, MONTH_AGO.plusSeconds(110_000), MONTH_AGO.plusSeconds(400_000));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      Tap.Run run = Tap.on(sandbox, folder).select("conversations").sync();

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      assertThat(run.output().ids("conversations")).hasSize(3000).doesNotHaveDuplicates();
      assertThat(sandbox.traffic().count(Asked.SEARCH)).isLessThanOrEqualTo(10);
    }
  }

  @Test
  void readsTiesOfSeveralSmallPages() {
    Organization organization = Organization.empty(Clock.systemUTC());
    organization.addGenerated("message", 130, MONTH_AGO, MONTH_AGO.plusSeconds(50_000));
    organization.addTies("message", 450, MONTH_AGO.plusSeconds(60_000));
    organization.addGenerated(
        "message", 130, MONTH_AGO.plusSeconds(70_000), MONTH_AGO.plusSeconds(90_000));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      Tap.Run run = Tap.on(sandbox, folder).select("messages").set("page_size_limit", 100).sync();

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      assertThat(run.output().ids("messages")).hasSize(710).doesNotHaveDuplicates();
    }
  }

  @Test
  void failsLoudlyIfTiesExceedWhatTheApiPagesAndGivesEverythingElse() {
    Instant tie = MONTH_AGO.truncatedTo(ChronoUnit.SECONDS).plusSeconds(60_000);
    Organization organization = Organization.empty(Clock.systemUTC());
    organization.addGenerated("note", 40, MONTH_AGO, MONTH_AGO.plusSeconds(50_000));
    organization.addTies("note", 230, tie);
    organization.addGenerated("note", 40, tie.plusSeconds(10_000), tie.plusSeconds(90_000));
    SandboxOptions unlimited = SandboxOptions.defaults().withSearchLimit(100_000);
    try (Sandbox sandbox = Sandbox.start(unlimited, organization)) {
      Tap tap = Tap.on(sandbox, folder).select("notes").set("page_size_limit", 2);
      Tap.Run run = tap.sync();

      assertThat(run.exitCode()).isEqualTo(ExitCode.STREAMS_FAILED);
      assertThat(run.stderr())
          .contains("CRITICAL")
          .contains("230 records share updated_at " + tie.toString().replace("Z", ".000Z"));
      Map<String, Instant> newest = run.output().newest("notes");
      assertThat(newest.values()).filteredOn(at -> !at.equals(tie)).hasSize(80);
      assertThat(newest.values()).filteredOn(tie::equals).hasSize(200);
      JsonNode state = run.output().lastState().orElseThrow();
      assertThat(Instant.parse(bookmark(state, "notes"))).isBeforeOrEqualTo(tie);

      SingerOutput second = tap.state(state).sync().output();
      assertThat(second.newest("notes").values()).filteredOn(tie::equals).hasSize(200);
      assertThat(second.records("notes")).hasSizeLessThan(220);
    }
  }

  @Test
  void sendsOddValuesToVariants() throws Exception {
    Organization organization = Organization.empty(Clock.systemUTC());
    String odd =
        """
        {"name": {"first": "Ada"}, "emails": "ada@example.com", "deleted": "no",
         "custom": {"spentNum": 123456789012345678901234567890.5, "brandNewStr": "x"}}
        """;
    organization.put(
        "customer",
        "5f00000000000000000000aa",
        MONTH_AGO,
        (ObjectNode) new ObjectMapper().readTree(odd));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      Tap.Run run = Tap.on(sandbox, folder).select("customers").sync();

      JsonNode record = run.output().checkProtocol().records("customers").get(0);
      assertThat(record.path("name").asText()).isEqualTo("{\"first\":\"Ada\"}");
      assertThat(record.path("emails").isNull()).isTrue();
      assertThat(record.path("emails__v_text").asText()).isEqualTo("ada@example.com");
      assertThat(record.path("custom").path("brand_new_str").asText()).isEqualTo("x");
      assertThat(run.stderr()).contains("variants: deleted (text), emails (text)");
    }
  }

  @Test
  void readsOnlyWhatChangedInTheSecondRun() {
    Organization organization = Organization.empty(Clock.systemUTC());
    organization.addGenerated("customer", 900, MONTH_AGO, Instant.now().minusSeconds(100_000));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      Tap tap = Tap.on(sandbox, folder).select("customers", "users");
      JsonNode first = tap.sync().output().lastState().orElseThrow();
      organization.touchRandom("customer", 40);

      SingerOutput second = tap.state(first).sync().output().checkProtocol();

      Instant bookmark = Instant.parse(bookmark(first, "customers"));
      Map<String, Instant> truth = organization.updatedAtById("customer");
      truth.values().removeIf(at -> at.isBefore(bookmark.minusSeconds(300)));
      assertThat(second.newest("customers")).isEqualTo(truth);
      assertThat(second.newest("customers").values().stream().filter(at -> at.isAfter(bookmark)))
          .hasSize(40);
      second
          .states()
          .forEach(
              state ->
                  assertThat(Instant.parse(bookmark(state, "customers")))
                      .isAfterOrEqualTo(bookmark));
    }
  }

  @Test
  void repeatsOfListsOnlyTheRecordsAtTheBookmark() {
    Organization organization = Organization.generate(3, 50, Clock.systemUTC());
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      Tap tap = Tap.on(sandbox, folder).select("users", "teams", "tags", "shortcuts");
      SingerOutput first = tap.sync().output();
      SingerOutput second = tap.state(first.lastState().orElseThrow()).sync().output();

      for (String stream : List.of("users", "teams", "tags", "shortcuts")) {
        assertThat(first.records(stream)).as(stream).hasSizeGreaterThan(3);
        Instant bookmark = Instant.parse(bookmark(first.lastState().orElseThrow(), stream));
        assertThat(new HashSet<>(second.newest(stream).values()))
            .as(stream)
            .containsExactly(bookmark);
      }
    }
  }

  private static String bookmark(JsonNode state, String stream) {
    return state.path("bookmarks").path(stream).path("updated_at").asText();
  }
}

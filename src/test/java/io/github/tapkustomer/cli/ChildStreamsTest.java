package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.limits.Feature;
import io.github.tapkustomer.sandbox.misbehavior.Misbehavior;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.server.Traffic.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Children of conversations and customers: few requests, and nothing lost. */
class ChildStreamsTest {
  private static final int CONVERSATIONS = 260;
  private static final SandboxOptions OPTIONS =
      SandboxOptions.defaults().withSearchLimit(10_000).withOrganizationLimit(100_000);

  @TempDir Path folder;

  @Test
  void streamsOfTheSameParentsShareOnePassOverThem() {
    long alone = searches("conversation_events");

    assertThat(alone).isGreaterThan(2);
    assertThat(
            searches(
                "conversation_events",
                "conversation_handle_times",
                "satisfaction_responses",
                "work_items",
                "ai_summaries",
                "attachments"))
        .isEqualTo(alone);
    assertThat(searches("customer_merges", "customer_sessions", "session_events"))
        .isEqualTo(searches("session_events"));
  }

  private long searches(String... streams) {
    try (Sandbox sandbox = start(OPTIONS)) {
      Tap.Run run = tap(sandbox, streams).sync();

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      List.of(streams).forEach(stream -> assertThat(run.output().ids(stream)).isNotEmpty());
      return sandbox.traffic().count(Asked.SEARCH) + sandbox.traffic().count(Asked.ARCHIVE_SEARCH);
    }
  }

  @Test
  void asksForTheTimesOfThoseConversationsThatHaveAnyAndLosesNone() {
    try (Sandbox sandbox = start(OPTIONS);
        Sandbox plain = start(OPTIONS.withMisbehaviors(Set.of(Misbehavior.PLAIN_SEARCHES)))) {
      Tap.Run narrowed = tap(sandbox, "conversation_times").sync();
      Tap.Run all = tap(plain, "conversation_times").sync();

      assertThat(narrowed.exitCode()).as(narrowed.stderr()).isZero();
      assertThat(all.exitCode()).as(all.stderr()).isZero();
      assertThat(narrowed.output().ids("conversation_times"))
          .hasSizeGreaterThan(CONVERSATIONS / 2)
          .containsExactlyInAnyOrderElementsOf(all.output().ids("conversation_times"));
      assertThat(times(plain)).isEqualTo(CONVERSATIONS);
      assertThat(times(sandbox)).isLessThan(CONVERSATIONS * 95 / 100);
      assertThat(narrowed.stderr()).doesNotContain("WARN");
      assertThat(all.stderr())
          .containsOnlyOnce("WARN conversation_times: the API does not search by");
    }
  }

  private static long times(Sandbox sandbox) {
    return sandbox.traffic().byPath().keySet().stream()
        .filter(path -> path.matches("/v1/conversations/[0-9a-f]+/times"))
        .count();
  }

  @Test
  void asksForTheEventsOfEachSessionOfEachCustomer() {
    try (Sandbox sandbox = start(OPTIONS)) {
      SingerOutput output = tap(sandbox, "customer_sessions", "session_events").sync().output();

      List<JsonNode> events = output.checkProtocol().records("session_events");
      assertThat(events.stream().map(event -> event.path("session_id").asText()).distinct())
          .containsExactlyInAnyOrderElementsOf(output.ids("customer_sessions"));
      assertThat(events)
          .allSatisfy(
              event -> {
                assertThat(event.path("customer_id")).isEqualTo(event.at("/customer/id"));
                assertThat(event.path("customer_updated_at").asText()).isNotEmpty();
              });
    }
  }

  @Test
  void keepsWhatIsNotDocumentedInOneColumn() {
    try (Sandbox sandbox = start(OPTIONS)) {
      Tap.Run run = tap(sandbox, "cards", "work_items").sync();

      JsonNode card = run.output().checkProtocol().records("cards").get(0);
      assertThat(card.path("name")).isEqualTo(card.at("/attributes/name"));
      assertThat(card.at("/attributes/context").asText()).isEqualTo("conversation");
      assertThat(card.has("context")).isFalse();
      assertThat(card.at("/attributes/created_at")).isEqualTo(card.path("created_at"));
      assertThat(run.output().records("work_items").get(0).at("/attributes/queued_count").asInt())
          .isPositive();
      assertThat(run.stderr()).doesNotContain("left out");
    }
  }

  @Test
  void reportsOnceWhatIsReplacedInAttributesKeptWhole() throws IOException {
    Path summary = folder.resolve("summary.json");
    try (Answers answers = new Answers()) {
      answers.list(
          "cards",
          "{\"id\":\"1\",\"attributes\":{\"odd\":\"a\\u0000b\",\"updatedAt\":\"@5\"}}",
          "{\"id\":\"2\",\"attributes\":{\"odd\":\"\\ud800\",\"updatedAt\":\"@6\"}}");

      Tap.Run run = answers.tap(folder).select("cards").sync("--summary", summary.toString());

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      assertThat(run.output().records("cards").get(0).at("/attributes/odd").asText())
          .isEqualTo("a\uFFFDb");
      assertThat(run.stderr()).containsOnlyOnce("WARN cards: text holds U+0000");
      assertThat(
              Tap.json(Files.readString(summary))
                  .at("/streams/0/warnings/replaced_characters")
                  .asInt())
          .isEqualTo(2);
    }
  }

  @Test
  void findsInTheSandboxWhatTheColumnsAreFor() {
    try (Sandbox sandbox = start(OPTIONS)) {
      SingerOutput output = tap(sandbox, "work_items", "ai_summaries").sync().output();

      for (String stream : List.of("work_items", "ai_summaries")) {
        Set<String> filled = new TreeSet<>();
        for (JsonNode record : output.records(stream)) {
          record.properties().stream()
              .filter(column -> !column.getValue().isNull())
              .forEach(column -> filled.add(column.getKey()));
        }
        assertThat(output.schema(stream).path("properties").fieldNames())
            .toIterable()
            .filteredOn(column -> !column.matches("created_by|modified_by"))
            .isSubsetOf(filled);
      }
      assertThat(output.records("work_items"))
          .extracting(item -> item.path("status").asText())
          .isSubsetOf("ivr", "queued", "routed", "assigned", "completed");
    }
  }

  @Test
  void reportsOnceWhatThePlanLacksAndFailsStreamsSelectedByName() {
    try (Sandbox sandbox = start(OPTIONS.withoutFeatures(Set.of(Feature.AI, Feature.ROUTING)))) {
      Tap tap = Tap.on(sandbox, folder);
      Tap.Run usual = tap.sync();
      Tap.Run everything = tap.sync("--select", "*");
      Tap.Run named = tap.sync("--select", "ai_summaries,queues,tags");

      for (Tap.Run run : List.of(usual, everything)) {
        assertThat(run.exitCode()).as(run.stderr()).isZero();
        assertThat(run.stderr())
            .containsOnlyOnce("WARN queues: not there in this organization, whose plan may not")
            .containsOnlyOnce("WARN ai_automations: not there in this organization, whose plan");
        assertThat(run.output().ids("tags")).isNotEmpty();
      }
      assertThat(everything.stderr())
          .containsOnlyOnce("WARN ai_summaries: not there")
          .containsOnlyOnce("WARN work_items: not there");
      assertThat(named.exitCode()).isEqualTo(ExitCode.STREAMS_FAILED);
      assertThat(named.criticalLines().get(0)).contains("ai_summaries (", "queues (");
      assertThat(named.output().ids("tags")).isNotEmpty();
    }
  }

  @Test
  void asksForTimesInTheLargestPagesAndForTheWorkSessionsOfEverybody() {
    SandboxOptions own = OPTIONS.withMisbehaviors(Set.of(Misbehavior.OWN_WORK_SESSIONS));
    try (Sandbox sandbox = start(own)) {
      Tap.Run run = tap(sandbox, "conversation_times", "work_sessions").sync();

      assertThat(run.output().records("work_sessions").stream().map(it -> it.at("/user/id")))
          .hasSizeGreaterThan(1);
      Pattern times = Pattern.compile("/v1/conversations/[0-9a-f]+/times\\?page=1&pageSize=1000");
      assertThat(run.stderr()).containsPattern(times).contains("&user=false");
    }
  }

  private static Sandbox start(SandboxOptions options) {
    return Sandbox.start(options, Organization.generate(3, CONVERSATIONS, Clock.systemUTC()));
  }

  private Tap tap(Sandbox sandbox, String... streams) {
    return Tap.on(sandbox, folder).select(streams).set("start_date", "2019-01-01");
  }
}

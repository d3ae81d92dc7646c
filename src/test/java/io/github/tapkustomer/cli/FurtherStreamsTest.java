package io.github.tapkustomer.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists, full tables, children and the audit log. */
class FurtherStreamsTest {
  private static final String[] CHILDREN = {
    "conversation_events",
    "conversation_times",
    "attachments",
    "satisfaction_responses",
    "customer_merges"
  };

  @TempDir Path folder;
  private final Answers answers = new Answers();

  @AfterEach
  void stop() {
    answers.close();
  }

  @Test
  void readsEveryStreamOfTheSandbox() {
    Organization organization = Organization.generate(2, 40, Clock.systemUTC());
    SandboxOptions options =
        SandboxOptions.defaults().withSearchLimit(10_000).withOrganizationLimit(100_000);
    try (Sandbox sandbox = Sandbox.start(options, organization)) {
      String[] all = Streams.ALL.stream().map(StreamDefinition::name).toArray(String[]::new);
      Tap.Run run = Tap.on(sandbox, folder).select(all).set("start_date", "2019-01-01").sync();

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      SingerOutput output = run.output().checkProtocol();
      for (StreamDefinition stream : Streams.ALL) {
        List<JsonNode> records = output.records(stream.name());
        assertThat(records).as(stream.name()).isNotEmpty();
        assertThat(records.stream().map(record -> key(stream, record)))
            .as(stream.name())
            .doesNotHaveDuplicates();
      }
      assertThat(run.stderr()).doesNotContain("not in the catalog");
    }
  }

  private static List<JsonNode> key(StreamDefinition stream, JsonNode record) {
    return stream.keyProperties().stream().map(record::path).toList();
  }

  @Test
  void readsChildrenOfWhatChangedAndNothingElse() {
    Organization organization = Organization.generate(2, 40, Clock.systemUTC());
    SandboxOptions options =
        SandboxOptions.defaults().withSearchLimit(10_000).withOrganizationLimit(100_000);
    try (Sandbox sandbox = Sandbox.start(options, organization)) {
      Tap tap = Tap.on(sandbox, folder).select(CHILDREN).set("lookback_window_seconds", 0);
      SingerOutput first = tap.sync().output();
      JsonNode state = first.lastState().orElseThrow();
      organization.touchRandom("conversation", 3);
      sandbox.traffic().clear();
      tap.state(state).sync();

      Set<String> asked = new HashSet<>();
      sandbox
          .traffic()
          .byPath()
          .keySet()
          .forEach(path -> asked.add(path.replaceAll("/[0-9a-f]{24}/?", "/*/")));
      assertThat(asked).contains("/v1/conversations/*/events", "/v1/conversations/*/times");
      assertThat(sandbox.traffic().byPath().keySet().stream().filter(p -> p.endsWith("/events")))
          .hasSizeBetween(3, 5);
      assertThat(first.records("conversation_times"))
          .allSatisfy(times -> assertThat(times.path("conversation_id").asText()).isNotEmpty());
      assertThat(first.records("satisfaction_responses").size())
          .isLessThan(first.records("conversation_times").size());
      assertThat(state.at("/bookmarks/conversation_times/updated_at").asText())
          .isEqualTo(newest(first, "conversation_times", "conversation_updated_at"));
      assertThat(state.at("/bookmarks/customer_merges/updated_at").asText())
          .isGreaterThanOrEqualTo(newest(first, "customer_merges", "customer_updated_at"));
    }
  }

  private static String newest(SingerOutput output, String stream, String column) {
    return output.records(stream).stream()
        .map(record -> record.path(column).asText())
        .max(String::compareTo)
        .orElseThrow();
  }

  @Test
  void countsChildrenWhoseParentIsGone() {
    answers
        .search("conversation", conversation("c1"), conversation("c2"))
        .list(
            "conversations/c1/attachments",
            "{\"type\":\"attachment\",\"id\":\"t1\",\"attributes\":{}}");
    Tap.Run run = answers.tap(folder).select("attachments").sync();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    JsonNode times = run.output().checkProtocol().records("attachments").get(0);
    assertThat(times.path("conversation_id").asText()).isEqualTo("c1");
    assertThat(times.path("conversation_updated_at").asText()).isEqualTo(Answers.time(1));
    assertThat(run.output().messages().get(0).path("bookmark_properties"))
        .hasToString("[\"conversation_updated_at\"]");
    assertThat(run.stderr()).doesNotContain("without updated_at");
    assertThat(run.stderr()).contains("1 gone when asked for");
  }

  @Test
  void asksForSurveyAnswersOnlyIfThereAreAny() {
    answers.search(
        "conversation",
        conversation("c1"),
        """
        {"type":"conversation","id":"c2","attributes":{"updatedAt":"@2",
          "satisfactionLevel":{"status":"rated","formResponse":"r1"}}}
        """);
    answers
        .server()
        .stubFor(
            get(urlPathEqualTo("/v1/satisfaction-responses/r1"))
                .willReturn(okJson("{\"data\":{\"type\":\"r\",\"id\":\"r1\",\"attributes\":{}}}")));
    SingerOutput output = answers.tap(folder).select("satisfaction_responses").sync().output();

    JsonNode response = output.records("satisfaction_responses").get(0);
    assertThat(response.path("conversation_id").asText()).isEqualTo("c2");
    answers.server().verify(1, getRequestedFor(urlPathMatching("/v1/satisfaction-responses/.*")));
  }

  @Test
  void readsWhatIsUnderIncluded() {
    answers
        .server()
        .stubFor(
            get(urlEqualTo("/v1/slas?page=1&pageSize=100&versions=all"))
                .willReturn(
                    okJson(
                        """
                        {"data": [{"type": "sla", "id": "s1"}],
                         "included": [{"type": "sla_version", "id": "v1", "attributes": {}},
                                      {"type": "sla_version", "id": "v2", "attributes": {}}]}
                        """)));
    SingerOutput output = answers.tap(folder).select("sla_versions").sync().output();

    assertThat(output.ids("sla_versions")).containsExactly("v1", "v2");
    assertThat(output.lastState().orElseThrow().path("bookmarks").has("sla_versions")).isFalse();
  }

  @Test
  void givesOpenWorkSessionsAgainUntilTheyAreSignedOut() {
    answers.list(
        "routing/work-sessions",
        session("open", "@1", "null"),
        session("new", "@3", "\"@3\""),
        session("old", "@1", "\"@1\""));
    JsonNode state =
        Tap.json(Answers.withTimes("{\"bookmarks\":{\"work_sessions\":{\"updated_at\":\"@2\"}}}"));
    SingerOutput output =
        answers
            .tap(folder)
            .select("work_sessions")
            .set("lookback_window_seconds", 0)
            .state(state)
            .sync()
            .output();

    assertThat(output.ids("work_sessions")).containsExactly("open", "new");
  }

  @Test
  void continuesWithoutAListThatTheOrganizationDoesNotHave() {
    List.of("customer", "conversation", "message", "note", "kobject", "company")
        .forEach(context -> answers.search(context));
    // Each refusal is confirmed after a short wait, which the test skips.
    Tap tap = answers.tap(folder).by(new FakeTimer(Instant.now()));

    assertPassesOverBrands(tap.sync());
    assertPassesOverBrands(tap.sync("--select", "*"));
    assertPassesOverBrands(tap.sync("--select", "!tags,!*.links"));
    assertPassesOverBrands(tap.catalog(Tap.json(tap.discover().stdout())).sync());
  }

  private static void assertPassesOverBrands(Tap.Run run) {
    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.stderr()).contains("WARN brands: not there in this organization");
  }

  @Test
  void failsIfSomebodyNamedAListThatTheOrganizationDoesNotHave() {
    Tap tap = answers.tap(folder);
    String old = "{\"streams\":[{\"stream\":\"brands\",\"schema\":{\"selected\":true}}]}";

    for (Tap.Run run :
        List.of(
            tap.sync("--select", "brands"),
            tap.sync("--select", "brands.name"),
            tap.catalog(Tap.json(old)).sync(),
            tap.select("brands").sync())) {
      assertThat(run.exitCode()).isEqualTo(ExitCode.STREAMS_FAILED);
      assertThat(run.stderr()).contains("CRITICAL incomplete: brands (GET /v1/brands?page=1");
    }
  }

  @Test
  void readsAnAuditLogThatIsLongerThanAnAnswer() {
    Organization organization = Organization.generate(2, 3000, Clock.systemUTC());
    SandboxOptions options = SandboxOptions.defaults().withOrganizationLimit(100_000);
    try (Sandbox sandbox = Sandbox.start(options, organization)) {
      Tap tap = Tap.on(sandbox, folder).select("audit_logs");
      Tap.Run run = tap.sync();

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      SingerOutput output = run.output().checkProtocol();
      assertThat(output.ids("audit_logs")).hasSizeGreaterThan(2000).doesNotHaveDuplicates();
      assertThat(output.records("audit_logs"))
          .hasSize(
              (int)
                  organization.updatedAtById("audit_log").values().stream()
                      .filter(at -> at.isAfter(java.time.Instant.now().minusSeconds(180L * 86_400)))
                      .count());
      JsonNode state = output.lastState().orElseThrow();
      assertThat(state.at("/bookmarks/audit_logs/created_at").asText()).isNotEmpty();
      assertThat(tap.state(state).sync().output().records("audit_logs")).hasSizeLessThan(10);
    }
  }

  @Test
  void asksTheAuditLogBetweenTwoTimes() {
    answers.list(
        "audit-logs",
        "{\"type\":\"log\",\"id\":\"a1\",\"attributes\":{\"createdAt\":\"@5\",\"updatedAt\":\"@9\"}}");
    SingerOutput output = answers.tap(folder).select("audit_logs").sync().output();

    assertThat(output.ids("audit_logs")).containsExactly("a1");
    assertThat(output.lastState().orElseThrow().at("/bookmarks/audit_logs/created_at").asText())
        .isEqualTo(Answers.time(5));
    answers
        .server()
        .verify(
            1,
            getRequestedFor(urlPathEqualTo("/v1/audit-logs"))
                .withQueryParam("count", equalTo("1000"))
                .withQueryParam("filter[start]", matching("\\d{4}-.*Z"))
                .withQueryParam("filter[end]", matching("\\d{4}-.*Z")));
  }

  @Test
  void asksForTheHolidaysOfEachScheduleAndTheAttributesOfEachResource() {
    answers
        .list("schedules", "{\"type\":\"schedule\",\"id\":\"s1\",\"attributes\":{}}")
        .list("klasses", "{\"type\":\"klass\",\"id\":\"k\",\"attributes\":{\"name\":\"order\"}}");
    answers
        .server()
        .stubFor(
            get(urlPathEqualTo("/v1/schedules/s1"))
                .willReturn(
                    okJson(
                        """
                        {"data": {"type": "schedule", "id": "s1"}, "included": [
                          {"type": "holiday", "id": "h1", "attributes": {"name": "May Day"}}]}
                        """)));
    answers
        .server()
        .stubFor(
            get(urlPathEqualTo("/v1/metadata/kobject.order"))
                .willReturn(
                    okJson(
                        """
                        {"data": {"type": "metadata", "id": "m1", "attributes": {
                          "properties": {"sizeStr": {"type": "string"}}}}}
                        """)));
    SingerOutput output =
        answers
            .tap(folder)
            .select("schedule_holidays", "custom_attributes")
            .sync()
            .output()
            .checkProtocol();

    JsonNode holiday = output.records("schedule_holidays").get(0);
    assertThat(holiday.path("schedule_id").asText()).isEqualTo("s1");
    JsonNode attributes = output.records("custom_attributes").get(0);
    assertThat(attributes.path("resource").asText()).isEqualTo("kobject.order");
    assertThat(attributes.at("/properties/size_str/type").asText()).isEqualTo("string");
  }

  private static String conversation(String id) {
    return "{\"type\":\"conversation\",\"id\":\"%s\",\"attributes\":{\"updatedAt\":\"@1\"}}"
        .formatted(id);
  }

  private static String session(String id, String updatedAt, String signedOutAt) {
    return "{\"type\":\"s\",\"id\":\"%s\",\"attributes\":{\"updatedAt\":\"%s\",\"signedOutAt\":%s}}"
        .formatted(id, updatedAt, signedOutAt);
  }
}

package io.github.tapkustomer.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which streams the key's roles leave out, and which they do not. */
class RolesTest {
  @TempDir Path folder;
  private final Answers answers = new Answers();

  @AfterEach
  void stop() {
    answers.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "null",
        "\"org.user\"",
        "[{\"name\":\"org.user\"}]",
        "[\"org.permission.made_up\"]"
      })
  void leaveOutOnlyWhatTheApiDenies(String roles) {
    roles(roles);
    Tap.Run run = answers.tap(folder).discover();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(streams(run))
        .containsExactlyElementsOf(Streams.ALL.stream().map(StreamDefinition::name).toList());
  }

  @Test
  void areAskedAboutOnlyIfOneSeemsToBeMissing() {
    roles("[\"org.admin\",\"org.user\",\"org.permission\"]");
    answers.tap(folder).discover();
    answers.server().verify(0, getRequestedFor(urlPathEqualTo("/v1/teams")));

    roles("[\"org.admin\",\"org.user\"]");
    answers.list("teams");
    answers.tap(folder).discover();
    answers.server().verify(1, getRequestedFor(urlPathEqualTo("/v1/teams")));
    answers.server().verify(0, getRequestedFor(urlPathEqualTo("/v1/brands")));
    answers.server().verify(0, getRequestedFor(urlPathEqualTo("/v1/audit-logs")));
  }

  @Test
  void thatAreMissingAreNamedOnceTheApiDeniesAStream() {
    roles("[\"org.permission.search.create\"]");
    deny("audit-logs", "conversations/c1/events", "routing/queues");
    answers.search("conversation", "{\"type\":\"conversation\",\"id\":\"c1\",\"attributes\":{}}");
    Tap.Run run = answers.tap(folder).discover();

    assertThat(streams(run))
        .contains("conversation_times", "work_sessions", "teams")
        .doesNotContain("audit_logs", "conversation_events", "queues");
    assertThat(run.stderr())
        .contains("WARN audit_logs is left out: GET /v1/audit-logs")
        .contains(
            "answered 403; create a new key with the role org.permission.audit_logs.read or"
                + " org.admin.audit_logs.read or org.user.audit_logs.read")
        .contains("WARN conversation_events is left out: GET /v1/conversations/c1/events")
        .contains("org.permission.queue.read or org.permission.routing.read");
  }

  @Test
  void leaveNoStreamOutForOneObjectThatIsDenied() {
    roles("[\"org.permission.search.create\"]");
    deny("conversations/c1/events", "conversations/c1/times");
    answers.search(
        "conversation",
        "{\"type\":\"conversation\",\"id\":\"c1\",\"attributes\":{}}",
        "{\"type\":\"conversation\",\"id\":\"c2\",\"attributes\":{}}");
    answers.list("conversations/c2/events");
    Tap.Run run = answers.tap(folder).discover();

    assertThat(streams(run)).contains("conversation_events", "conversation_times");
    assertThat(run.stderr()).doesNotContain("conversation_events is left out");
  }

  @Test
  void decideNothingInACheck() {
    roles("[\"org.permission.made_up\"]");
    answers.list("tags").list("brands");
    deny("routing/settings");
    answers
        .server()
        .stubFor(get(urlPathMatching("/v1/metadata/.*")).willReturn(aResponse().withStatus(403)));
    Tap.Run run = check("tags", "brands", "routing_settings", "custom_attributes");

    assertThat(run.exitCode()).isEqualTo(ExitCode.STREAMS_FAILED);
    assertThat(run.stdout())
        .containsPattern("\ntags +0 +1\n")
        .containsPattern("\nbrands +0 +1\n")
        .containsPattern(
            "routing_settings +NOT READABLE: GET /v1/routing/settings\\S+ answered 403; create a"
                + " new key with a role that allows this\n")
        .containsPattern(
            "custom_attributes +NOT READABLE: GET /v1/metadata/\\w+ answered 403; create a new"
                + " key with the role org.permission.metadata.read or ");
  }

  private Tap.Run check(String... streams) {
    List<String> arguments = new ArrayList<>(List.of("check"));
    arguments.addAll(answers.tap(folder).select(streams).arguments());
    return Tap.run(arguments.toArray(String[]::new));
  }

  private void roles(String roles) {
    answers
        .server()
        .stubFor(
            get(urlPathEqualTo("/v1/auth/tokens/current"))
                .willReturn(okJson("{\"data\":{\"attributes\":{\"roles\":%s}}}".formatted(roles))));
  }

  private void deny(String... paths) {
    for (String path : paths) {
      answers
          .server()
          .stubFor(get(urlPathEqualTo("/v1/" + path)).willReturn(aResponse().withStatus(403)));
    }
  }

  private static List<String> streams(Tap.Run discovery) {
    return Tap.json(discovery.stdout()).path("streams").findValuesAsText("stream");
  }
}

package io.github.tapkustomer.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.faults.Fault;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.server.Traffic.Asked;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records older than the search's horizon of two years. */
class HistoryTest {
  private static final Map<String, String> CONTEXTS =
      Map.of(
          "customers", "customer",
          "conversations", "conversation",
          "messages", "message",
          "kobjects", "kobject",
          "companies", "company",
          "notes", "note");

  @TempDir Path folder;

  @Test
  void givesSevenYearsInOneRunAndDoesNotAskTheArchiveAgain() {
    Organization organization = sevenYears();
    SandboxOptions options = SandboxOptions.defaults().withSearchLimit(10_000);
    try (Sandbox sandbox = Sandbox.start(options, organization)) {
      Tap tap =
          Tap.on(sandbox, folder)
              .set("start_date", "2019-01-01")
              .set("page_size_limit", 100)
              .select(CONTEXTS.keySet().toArray(String[]::new));
      Tap.Run run = tap.sync();

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      SingerOutput output = run.output().checkProtocol();
      CONTEXTS.forEach(
          (stream, context) -> {
            assertThat(output.newest(stream))
                .as(stream)
                .isEqualTo(organization.updatedAtById(context));
            // For notes, the list and the search overlap by a day.
            assertThat(output.ids(stream))
                .as(stream)
                .hasSizeBetween(350, "notes".equals(stream) ? 352 : 350);
          });

      sandbox.traffic().clear();
      organization.touchRandom("conversation", 5);
      SingerOutput second = tap.state(output.lastState().orElseThrow()).sync().output();
      assertThat(second.records("conversations")).hasSizeGreaterThanOrEqualTo(5);
      assertThat(sandbox.traffic().count(Asked.ARCHIVE_SEARCH)).isZero();
      assertThat(sandbox.traffic().byPath()).doesNotContainKey("/v1/notes");
    }
  }

  @Test
  void readsTheSearchBeforeTheArchiveAroundTheHorizon() {
    Organization organization = sevenYears();
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      Tap.on(sandbox, folder).set("start_date", "2019-01-01").select("companies").sync();

      String horizon = Instant.now().atOffset(ZoneOffset.UTC).minusYears(2).toString();
      List<String> around =
          sandbox.traffic().recent().stream()
              .filter(seen -> seen.path().contains("search"))
              .filter(seen -> spans(seen.body(), horizon))
              .map(seen -> seen.path().contains("archive") ? "archive" : "search")
              .toList();
      assertThat(around).startsWith("search").endsWith("archive");
    }
  }

  @Test
  void resumesInTheArchive() {
    Organization organization = sevenYears();
    SandboxOptions options = SandboxOptions.defaults().withSearchLimit(10_000);
    try (Sandbox sandbox = Sandbox.start(options, organization)) {
      Tap tap = Tap.on(sandbox, folder).select("conversations").set("start_date", "2019-01-01");
      JsonNode state =
          Tap.json(
              """
              {"bookmarks": {"conversations": {"updated_at": "2021-01-01T00:00:00.000Z",
                "unfinished": {"updated_at": "2021-01-01T00:00:00.000Z",
                  "until": "2026-11-01T00:00:00.000Z",
                  "remaining": [["2021-01-01T00:00:00.000Z", "2023-01-01T00:00:00.000Z"]]}}}}
              """);
      SingerOutput output = tap.state(state).sync().output();

      Map<String, Instant> truth = organization.updatedAtById("conversation");
      Instant tail = Instant.parse("2026-11-01T00:00:00Z").minusSeconds(300);
      truth
          .values()
          .removeIf(
              at ->
                  !(at.isAfter(Instant.parse("2021-01-01T00:00:00Z"))
                          && at.isBefore(Instant.parse("2023-01-01T00:00:00Z")))
                      && at.isBefore(tail));
      assertThat(output.newest("conversations")).isEqualTo(truth);
    }
  }

  @Test
  void asksTheArchiveAsTheSearchIsAsked() {
    try (Answers answers = new Answers()) {
      answers.search("company");
      answers
          .server()
          .stubFor(
              post(urlPathEqualTo("/v1/customers/archive/search"))
                  .willReturn(
                      okJson(
                          """
                          {"meta": {"total": 1}, "data": [{"type": "company", "id": "old",
                            "attributes": {"updatedAt": "2020-06-01T00:00:00.000Z"}}]}
                          """)));
      Tap.Run run = answers.tap(folder).select("companies").set("start_date", "2020-01-01").sync();

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      assertThat(run.output().ids("companies")).contains("old");
      answers
          .server()
          .verify(
              moreThanOrExactly(2),
              postRequestedFor(urlPathEqualTo("/v1/customers/archive/search")));
    }
  }

  /** A broken archive must not hold newer records back. */
  @Test
  void readsWhatIsYoungerIfTheArchiveKeepsFailing() {
    Organization organization = sevenYears();
    SandboxOptions options = SandboxOptions.defaults().withSearchLimit(10_000);
    try (Sandbox sandbox = Sandbox.start(options, organization)) {
      Fault[] always = Collections.nCopies(99, Fault.INTERNAL_ERROR).toArray(Fault[]::new);
      sandbox.faults().nextFor(target -> target.contains("archive"), always);
      Tap tap =
          Tap.on(sandbox, folder)
              .set("start_date", "2019-01-01")
              .set("page_size_limit", 10)
              .set("concurrency", 1)
              .set("max_retries", 0)
              .select("conversations");
      Tap.Run run = tap.sync();

      Map<String, Instant> truth = organization.updatedAtById("conversation");
      Map<String, Instant> young = new HashMap<>(truth);
      young.values().removeIf(Instant.now().minus(Duration.ofDays(731))::isAfter);
      assertThat(run.exitCode()).as(run.stderr()).isEqualTo(ExitCode.STREAMS_FAILED);
      assertThat(run.output().newest("conversations")).containsAllEntriesOf(young);

      sandbox.faults().clear();
      SingerOutput rest = tap.state(run.output().lastState().orElseThrow()).sync().output();
      Map<String, Instant> union = run.output().newest("conversations");
      union.putAll(rest.newest("conversations"));
      assertThat(union).isEqualTo(truth);
    }
  }

  private static Organization sevenYears() {
    Organization organization = Organization.empty(Clock.systemUTC());
    Instant from = Instant.parse("2019-02-01T00:00:00Z");
    Instant until = Instant.now().minus(Duration.ofHours(1));
    CONTEXTS.values().forEach(context -> organization.addGenerated(context, 350, from, until));
    return organization;
  }

  private static boolean spans(String body, String instant) {
    JsonNode and = Tap.json(body).path("and");
    return and.path(0).findValuesAsText("gte").get(0).compareTo(instant) < 0
        && and.path(1).findValuesAsText("lt").get(0).compareTo(instant) > 0;
  }
}

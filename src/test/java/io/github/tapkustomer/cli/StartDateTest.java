package io.github.tapkustomer.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What start_date leaves out of a first sync stays out of the next ones. */
class StartDateTest {
  private static final Instant START = Instant.now().minus(Duration.ofDays(1200));

  @TempDir Path folder;
  private final Answers answers = new Answers();

  @AfterEach
  void stop() {
    answers.close();
  }

  private static String record(String id, Instant updatedAt) {
    return "{\"id\":\"%s\",\"attributes\":{\"updatedAt\":\"%s\"}}".formatted(id, updatedAt);
  }

  /** Syncs the stream from where the run before came to. */
  private SingerOutput sync(String stream, JsonNode state) {
    Tap.Run run =
        answers.tap(folder).set("start_date", START.toString()).select(stream).state(state).sync();
    assertThat(run.exitCode()).as(run.stderr()).isZero();
    return run.output().checkProtocol();
  }

  private void staysOut(String stream) {
    Instant before = START.minusSeconds(86_400);
    answers.list(stream, record("old", before), record("older", before.minusSeconds(5)));
    SingerOutput first = sync(stream, Tap.json("{}"));
    JsonNode state = first.lastState().orElseThrow();
    assertThat(first.ids(stream)).isEmpty();
    assertThat(state.path("bookmarks").has(stream)).isFalse();
    assertThat(sync(stream, state).ids(stream)).isEmpty();

    answers.list(stream, record("old", before), record("new", START.plusSeconds(5)));
    SingerOutput third = sync(stream, state);
    assertThat(third.ids(stream)).containsExactly("new");
    assertThat(third.lastState().orElseThrow().at("/bookmarks/" + stream + "/updated_at").asText())
        .startsWith(START.plusSeconds(5).toString().substring(0, 19));
  }

  @Test
  void isInTheFutureWhereTheServersClockSaysSo() {
    Instant server = Instant.now().minus(Duration.ofDays(40));
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(server.atOffset(java.time.ZoneOffset.UTC));
    answers
        .server()
        .stubFor(
            get(urlPathEqualTo("/v1/users/current"))
                .willReturn(okJson("{\"data\":{}}").withHeader("Date", date)));
    answers.list("tags");

    Tap.Run late = answers.tap(folder).select("tags").sync();
    assertThat(late.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(late.stdout()).isEmpty();
    assertThat(late.criticalLines())
        .singleElement()
        .asString()
        .contains("start_date is in the future");

    String earlier = server.minusSeconds(60).toString();
    Tap.Run good = answers.tap(folder).set("start_date", earlier).select("tags").sync();
    assertThat(good.exitCode()).as(good.stderr()).isZero();
  }

  @Test
  void staysOutOfAList() {
    staysOut("tags");
  }

  @Test
  void staysOutOfNotesThatOnlyTheirListHas() {
    answers.search("note");
    staysOut("notes");
  }
}

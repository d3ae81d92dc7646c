package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ACTIVATE_VERSION, once a user turns it on: for which lists, when, and with which version. */
class ActivateVersionTest {
  private static final long FUTURE = 9_000_000_000_000_000L;

  @TempDir private Path folder;
  private final Answers answers = new Answers();

  @AfterEach
  void stop() {
    answers.close();
  }

  private Tap tap(String... streams) {
    return answers.tap(folder).set("emit_activate_version_messages", true).select(streams);
  }

  private static List<JsonNode> messages(Tap.Run run) {
    return run.stdout().lines().map(Tap::json).toList();
  }

  private static List<String> types(Tap.Run run) {
    return messages(run).stream().map(message -> message.path("type").asText()).toList();
  }

  private static String tag(String id, int second) {
    return "{\"type\":\"tag\",\"id\":\"%s\",\"attributes\":{\"updatedAt\":\"@%d\"}}"
        .formatted(id, second);
  }

  @Test
  void sendsTheWholeListAndThenItsVersion() {
    answers.list("tags", tag("a", 1), tag("b", 2));
    Tap.Run first = tap("tags").sync();
    JsonNode state = first.output().lastState().orElseThrow();

    Tap.Run second = tap("tags").state(state).set("start_date", Answers.time(999)).sync();

    assertThat(types(second))
        .containsSubsequence("SCHEMA", "RECORD", "RECORD", "ACTIVATE_VERSION", "STATE");
    List<JsonNode> messages = messages(second);
    long version = messages.get(3).path("version").asLong();
    assertThat(version)
        .isGreaterThan(messages(first).get(3).path("version").asLong())
        .isEqualTo(messages.get(1).path("version").asLong())
        .isEqualTo(messages.get(2).path("version").asLong());
    assertThat(messages.get(3).path("stream").asText()).isEqualTo("tags");
    assertThat(state.at("/bookmarks/tags/updated_at").asText()).isEqualTo(Answers.time(2));
  }

  @Test
  void usesALargerVersionEvenIfTheClockWentBack() {
    answers.list("tags", tag("a", 1)).list("slas", tag("s", 1));
    JsonNode state =
        Tap.json(
            "{\"bookmarks\":{\"tags\":{\"version\":%d},\"slas\":{\"version\":%d}}}"
                .formatted(FUTURE, FUTURE));

    Tap.Run run = tap("tags", "slas").state(state).sync();

    assertThat(messages(run))
        .filteredOn(message -> message.has("version"))
        .hasSize(4)
        .allMatch(message -> message.path("version").asLong() == FUTURE + 1);
    JsonNode bookmarks = run.output().lastState().orElseThrow().path("bookmarks");
    assertThat(bookmarks.at("/tags/version").asLong()).isEqualTo(FUTURE + 1);
    assertThat(bookmarks.at("/slas/version").asLong()).isEqualTo(FUTURE + 1);
  }

  @Test
  void isSilentUnlessAsked() {
    answers.list("tags", tag("a", 1));

    Tap.Run run = answers.tap(folder).select("tags").sync();

    assertThat(run.stdout())
        .doesNotContain("ACTIVATE_VERSION")
        .doesNotContainPattern("\"version\":\\d");
  }

  @Test
  void leavesOutStreamsThatReportDeletesThemselvesOrNeverEnd() {
    answers
        .list("users", tag("u", 1))
        .list("klasses", tag("k", 1))
        .list("routing/work-sessions", tag("w", 1))
        .search("customer", tag("c", 1));

    Tap.Run run = tap("users", "klasses", "work_sessions", "customers").sync();

    assertThat(run.exitCode()).isZero();
    assertThat(run.stdout())
        .doesNotContain("ACTIVATE_VERSION")
        .doesNotContainPattern("\"version\":\\d");
  }

  @Test
  void leavesOutAListThatEndDateFiltersAndASample() {
    answers.list("tags", tag("a", 1)).list("slas", tag("s", 1));

    Tap.Run filtered = tap("tags", "slas").set("end_date", Answers.time(500)).sync();
    Tap.Run sample = tap("tags", "slas").sync("--test");

    assertThat(messages(filtered))
        .filteredOn(message -> message.has("version"))
        .isNotEmpty()
        .allMatch(message -> message.path("stream").asText().equals("slas"));
    assertThat(sample.stdout()).contains("RECORD").doesNotContain("\"version\"");
  }

  @Test
  void saysThatAListMayBeShort() {
    answers.list("tags", tag("a", 1), "{\"type\":\"tag\"}");

    Tap.Run run = tap("tags").sync();

    assertThat(run.exitCode()).isZero();
    assertThat(types(run)).contains("RECORD").doesNotContain("ACTIVATE_VERSION");
    assertThat(run.stderr()).contains("tags: it is not certain that the list gave every record");
  }
}

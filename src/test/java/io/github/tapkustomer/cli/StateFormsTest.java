package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** State files as people have them: the run continues where they say, or says that it does not. */
class StateFormsTest {
  private static final String STATE = "{\"bookmarks\":{\"customers\":\"2026-07-01\"}}";
  private static final String GOING_ON = "2026-06-30T23:55:00.000Z";

  @TempDir Path folder;
  private final Answers answers = new Answers();

  @AfterEach
  void stop() {
    answers.close();
  }

  private Tap.Run sync(String state) throws IOException {
    answers.search("customer");
    List<String> arguments = new ArrayList<>(answers.tap(folder).select("customers").arguments());
    Path file = Files.writeString(folder.resolve("state.json"), state.replace('\'', '"'));
    arguments.addAll(List.of("--state", file.toString()));
    Tap.Run run = Tap.run(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.stderr()).isZero();
    return run;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'STATE','value':%s} | a STATE message",
        "{'singer_state':%s} | 'singer_state'",
        "{'completed':{'singer_state':%s},'partial':{}} | 'completed' and 'partial'"
      })
  void goOnFromWithinAWrapping(String wrapping, String name) throws IOException {
    Tap.Run run = sync(wrapping.formatted(STATE));

    assertThat(answers.searchedFrom("customer")).isEqualTo(GOING_ON);
    assertThat(run.stderr())
        .contains("INFO state " + folder.resolve("state.json"))
        .containsPattern(": taken out of (Meltano's )?" + name.replace('\'', '"'))
        .doesNotContain("is not understood");
    assertThat(run.output().lastState().orElseThrow())
        .hasToString(
            "{\"bookmarks\":{\"customers\":{\"updated_at\":\"2026-07-01T00:00:00.000Z\"}}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n"})
  void startOverIfTheFileIsEmpty(String text) throws IOException {
    Tap.Run run = sync(text);

    assertThat(answers.searchedFrom("customer")).isEqualTo(Answers.time(0));
    assertThat(run.stderr()).contains("state.json is empty: this is a first run");
  }

  @Test
  void goOnFromTheLastOfSeveralLines() throws IOException {
    Tap.Run run = sync("{'bookmarks':{}}\n{'bookmarks':{'customers':'2026-05-01'}}\n" + STATE);

    assertThat(answers.searchedFrom("customer")).isEqualTo(GOING_ON);
    assertThat(run.stderr()).contains("state.json has 3 lines: the last one counts");
  }

  @Test
  void sayIfThereIsNoState() throws IOException {
    Tap.Run run = sync("{'customers':'2026-07-01','a\\u0007b':2,'c':3,'d':4,'e':5,'f':6}");

    assertThat(answers.searchedFrom("customer")).isEqualTo(Answers.time(0));
    assertThat(run.stderr().lines())
        .filteredOn(line -> line.startsWith("WARN state "))
        .singleElement()
        .asString()
        .contains("has no \"bookmarks\"; it is not understood")
        .endsWith("Its members: \"customers\", \"a b\", \"c\", \"d\", \"e\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'updatedAt':'2026-07-01T00:00:00Z'}",
        "{'updated_at':null,'updatedAt':'2026-07-01'}",
        "{'updatedAt':[{'context':{},'value':'2026-07-01'}],'version':7}"
      })
  void sayIfABookmarkIsNotUnderstood(String bookmark) throws IOException {
    Tap.Run run = sync("{'bookmarks':{'customers':%s,'teams':%s}}".formatted(bookmark, bookmark));

    assertThat(answers.searchedFrom("customer")).isEqualTo(Answers.time(0));
    assertThat(run.stderr().lines())
        .filteredOn(line -> line.contains("not understood"))
        .containsExactly(
            "WARN customers: its bookmark has no \"updated_at\" but \"updatedAt\", which is not"
                + " understood; it is read from start_date");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'bookmarks':{}}",
        "{'currently_syncing':'customers'}",
        "{'bookmarks':{},'made_by':'hand'}",
        "{'bookmarks':{'customers':{'version':7,'name':'x'}}}",
        "{'bookmarks':{'customers':{'updated_at':'2026-07-01','starting_replication_value':'2026-01-01'}}}"
      })
  void warnOfNothingIfNothingIsLost(String state) throws IOException {
    assertThat(sync(state).stderr()).doesNotContain("understood");
  }
}

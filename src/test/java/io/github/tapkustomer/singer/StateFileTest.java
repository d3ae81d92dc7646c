package io.github.tapkustomer.singer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapkustomer.TapException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {
  private static final String VALUE = "{\"bookmarks\":{\"tags\":{\"updated_at\":\"2026-07-01\"}}}";

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("state.json"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        VALUE,
        "{\"type\":\"STATE\",\"value\":" + VALUE + "}\n",
        "{\"value\":" + VALUE + ",\"type\":\"STATE\"}",
        "{\"singer_state\":" + VALUE + "}",
        "{\"completed\":{\"singer_state\":" + VALUE + "},\"partial\":{}}",
        "{\"partial\":{\"singer_state\":" + VALUE + "}}",
        "{\"completed\":{\"singer_state\":{\"type\":\"STATE\",\"value\":" + VALUE + "}}}",
        "{}\n{\"bookmarks\":{}}\n" + VALUE + "\n"
      })
  void readsAStateBareAndWrapped(String text) throws IOException {
    assertThat(StateFile.read(file(text)).bookmark("tags", "updated_at"))
        .isEqualTo(Bookmark.at(Instant.parse("2026-07-01T00:00:00Z")));
  }

  @Test
  void putsWhatAnUnfinishedRunOfMeltanoLeftBeforeTheLastWholeOne() throws IOException {
    String text =
        """
        {"completed": {"singer_state": {"bookmarks": {
           "tags": {"updated_at": "2026-07-01", "unfinished": 1}, "users": "2026-07-02"}}},
         "partial": {"singer_state": {"currently_syncing": "notes", "bookmarks": {
           "tags": {"updated_at": "2026-07-03"}, "notes": "2026-07-04"}}}}
        """;

    assertThat(StateFile.read(file(text)).value())
        .hasToString(
            ("{'bookmarks':{'tags':{'updated_at':'2026-07-03'},'users':'2026-07-02',"
                    + "'notes':'2026-07-04'},'currently_syncing':'notes'}")
                .replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "", "\n", "{\"singer_state\":{}}", "{\"completed\":{}}"})
  void readsAnEmptyState(String text) throws IOException {
    assertThat(StateFile.read(file(text)).bookmark("tags", "updated_at")).isEqualTo(Bookmark.NONE);
  }

  @Test
  void passesOnAStateThatOnlyLooksLikeAMessage() throws IOException {
    assertThat(StateFile.read(file("{\"type\":\"STATE\",\"bookmarks\":{}}")).value())
        .hasToString("{\"type\":\"STATE\",\"bookmarks\":{}}");
  }

  @Test
  void namesTheFileThatIsMissing() {
    Path path = folder.resolve("none.json");

    assertThatThrownBy(() -> StateFile.read(path))
        .isInstanceOf(TapException.class)
        .hasMessage(
            "state " + path + " does not exist; for a first run leave it out, or make it empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RECORD", "SCHEMA"})
  void refusesAnotherMessage(String type) throws IOException {
    Path path = file("{\"type\":\"%s\",\"stream\":\"tags\"}".formatted(type));

    assertThatThrownBy(() -> StateFile.read(path))
        .isInstanceOf(TapException.class)
        .hasMessage("state " + path + " ends with a " + type + " message, not with a state");
  }
}

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
  @ValueSource(strings = {VALUE, "{\"type\":\"STATE\",\"value\":" + VALUE + "}\n"})
  void readsAStateAndAWholeMessage(String text) throws IOException {
    assertThat(StateFile.read(file(text)).bookmark("tags", "updated_at"))
        .isEqualTo(Bookmark.at(Instant.parse("2026-07-01T00:00:00Z")));
  }

  @Test
  void readsAnEmptyState() throws IOException {
    assertThat(StateFile.read(file("{}")).bookmark("tags", "updated_at")).isEqualTo(Bookmark.NONE);
  }

  @Test
  void passesOnAStateThatOnlyLooksLikeAMessage() throws IOException {
    assertThat(StateFile.read(file("{\"type\":\"STATE\",\"bookmarks\":{}}")).value())
        .hasToString("{\"type\":\"STATE\",\"bookmarks\":{}}");
  }

  @Test
  void namesTheFileThatIsNotThere() {
    Path path = folder.resolve("none.json");

    assertThatThrownBy(() -> StateFile.read(path))
        .isInstanceOf(TapException.class)
        .hasMessage("state " + path + " does not exist");
  }
}

package io.github.tapkustomer.singer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void writesASchema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.putObject("properties").putObject("größe");

    assertThat(text(Messages.schema("tags", schema, List.of("id"), List.of("updated_at"))))
        .isEqualTo(
            "{\"type\":\"SCHEMA\",\"stream\":\"tags\",\"schema\":{\"properties\":{\"größe\":{}}},"
                + "\"key_properties\":[\"id\"],\"bookmark_properties\":[\"updated_at\"]}\n");
  }

  @Test
  void writesASchemaWithoutKeys() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();

    assertThat(text(Messages.schema("tags", schema, List.of(), List.of())))
        .isEqualTo(
            "{\"type\":\"SCHEMA\",\"stream\":\"tags\",\"schema\":{},"
                + "\"key_properties\":[],\"bookmark_properties\":[]}\n");
  }

  @Test
  void writesAState() {
    State state = State.empty();
    state.setBookmark("tags", "updated_at", Bookmark.at(Instant.parse("2026-07-01T00:00:00Z")));
    state.setCurrentlySyncing(Optional.of("tags"));

    assertThat(text(Messages.state(state)))
        .isEqualTo(
            "{\"type\":\"STATE\",\"value\":{\"bookmarks\":{\"tags\":"
                + "{\"updated_at\":\"2026-07-01T00:00:00.000Z\"}},"
                + "\"currently_syncing\":\"tags\"}}\n");
  }

  @Test
  void writesBookmarksEvenIfThereAreNone() {
    assertThat(text(Messages.state(State.empty())))
        .isEqualTo("{\"type\":\"STATE\",\"value\":{\"bookmarks\":{}}}\n");
  }

  @Test
  void writesHalvesOfSurrogatePairsThatAFileHolds() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("\ud800", "\udfff");

    assertThat(text(Messages.schema("t\ud800", schema, List.of(), List.of())))
        .startsWith("{\"type\":\"SCHEMA\",\"stream\":\"t?\",\"schema\":{\"?\":\"?\"}");
    assertThat(text(Messages.recordStart("t\ud800"))).contains("\"stream\":\"t?\"");
  }

  @Test
  void surroundsARecord() {
    assertThat(text(Messages.recordStart("a\"\\\nü")))
        .isEqualTo("{\"type\":\"RECORD\",\"stream\":\"a\\\"\\\\\\nü\",\"record\":");
    assertThat(text(Messages.recordEnd("2026-07-01T00:00:00.000Z", OptionalLong.empty())))
        .isEqualTo(",\"time_extracted\":\"2026-07-01T00:00:00.000Z\"}\n");
  }

  @Test
  void writesASchemaThatIsDeeplyNested() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ObjectNode inner = schema;
    for (int i = 0; i < 2000; i++) {
      inner = inner.putObject("items");
    }

    assertThat(text(Messages.schema("tags", schema, List.of(), List.of())))
        .endsWith("}".repeat(2001) + ",\"key_properties\":[],\"bookmark_properties\":[]}\n");
  }
}

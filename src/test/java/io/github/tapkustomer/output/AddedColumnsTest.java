package io.github.tapkustomer.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.mask.StreamMasks;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.RecordOptions;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one run adds to a schema, the next run with its state declares before any record. */
class AddedColumnsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DRIFTED =
      """
      {"id": "1", "attributes": {"emails": "ada@example.com", "brandNew": "x",
        "custom": {"spentNum": "a lot"}}}
      """;
  private static final String USUAL =
      """
      {"id": "2", "attributes": {"emails": [], "custom": {"spentNum": 5}}}
      """;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void areDeclaredFromTheStartOfTheNextRun(boolean catalogGiven) throws IOException {
    List<JsonNode> first = run(State.empty(), catalogGiven, DRIFTED);
    List<JsonNode> second = run(lastState(first), catalogGiven, USUAL);
    List<JsonNode> third = run(lastState(second), catalogGiven, DRIFTED);

    assertThat(types(first)).startsWith("SCHEMA", "SCHEMA", "RECORD");
    assertThat(properties(first.get(0)).has("emails__v_text")).isFalse();
    for (List<JsonNode> later : List.of(second, third)) {
      assertThat(types(later)).startsWith("SCHEMA", "RECORD").containsOnlyOnce("SCHEMA");
      JsonNode declared = properties(later.get(0));
      assertThat(declared.at("/emails__v_text/type")).hasToString("[\"null\",\"string\"]");
      assertThat(declared.at("/custom/properties").has("spent_num__v_text")).isTrue();
      assertThat(declared.has("brand_new")).isEqualTo(!catalogGiven);
    }
    assertThat(second.get(1).at("/record/emails__v_text").isNull()).isTrue();
    assertThat(third.get(1).at("/record/emails__v_text").asText()).isEqualTo("ada@example.com");
    assertThat(third.get(1).at("/record/custom/spent_num__v_text").asText()).isEqualTo("a lot");
    assertThat(lastState(third).addedColumns("customers"))
        .isEqualTo(lastState(first).addedColumns("customers"));
  }

  /** The messages of a run in which the API gives this one object. */
  private static List<JsonNode> run(State state, boolean catalogGiven, String object)
      throws IOException {
    RecordFormat format =
        WrittenRecords.format(
            "customers",
            new RecordOptions(
                catalogGiven,
                true,
                state.addedColumns("customers"),
                StreamMasks.NONE,
                OptionalLong.empty()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MessageWriter writer = new MessageWriter(out, state, List.of("customers"));
    writer.write(new Output.Schema(format));
    WrittenRecords.write(writer, format, object);
    Instant readTo = Instant.parse("2026-11-28T00:00:00Z");
    writer.write(new Output.Position("customers", "updated_at", Bookmark.at(readTo)));
    writer.write(new Output.End("customers"));
    writer.finish(true);
    List<JsonNode> messages = new ArrayList<>();
    for (String line : out.toString(UTF_8).lines().toList()) {
      messages.add(JSON.readTree(line));
    }
    return messages;
  }

  private static State lastState(List<JsonNode> messages) {
    return State.of((ObjectNode) messages.get(messages.size() - 1).path("value"));
  }

  private static List<String> types(List<JsonNode> messages) {
    return messages.stream().map(message -> message.path("type").asText()).toList();
  }

  private static JsonNode properties(JsonNode schema) {
    return schema.at("/schema/properties");
  }
}

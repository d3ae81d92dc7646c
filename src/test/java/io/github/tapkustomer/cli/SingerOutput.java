package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The lines of a tap's stdout, read as a target reads them. */
final class SingerOutput {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

  private final List<JsonNode> messages = new ArrayList<>();

  /** Reads whole lines; a torn last line, left by a kill, is not a message. */
  static SingerOutput of(String text) {
    SingerOutput output = new SingerOutput();
    int start = 0;
    for (int end; (end = text.indexOf('\n', start)) >= 0; start = end + 1) {
      output.messages.add(parse(text.substring(start, end)));
    }
    return output;
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(
          "not a JSON line: " + line.substring(0, Math.min(200, line.length())), e);
    }
  }

  /** The records of a stream, in order. */
  List<JsonNode> records(String stream) {
    return messages.stream()
        .filter(message -> is(message, "RECORD") && stream.equals(message.path("stream").asText()))
        .map(message -> message.path("record"))
        .toList();
  }

  List<String> ids(String stream) {
    return records(stream).stream().map(record -> record.path("id").asText()).toList();
  }

  /** The newest version of each record that came, by id. */
  Map<String, Instant> newest(String stream) {
    Map<String, Instant> newest = new HashMap<>();
    for (JsonNode record : records(stream)) {
      Instant at = Instant.parse(record.path("updated_at").asText());
      newest.merge(record.path("id").asText(), at, (one, two) -> one.isAfter(two) ? one : two);
    }
    return newest;
  }

  List<JsonNode> states() {
    return messages.stream()
        .filter(message -> is(message, "STATE"))
        .map(message -> message.path("value"))
        .toList();
  }

  Optional<JsonNode> lastState() {
    List<JsonNode> states = states();
    return states.isEmpty() ? Optional.empty() : Optional.of(states.get(states.size() - 1));
  }

  Set<String> streams() {
    Set<String> streams = new TreeSet<>();
    messages.forEach(message -> streams.add(message.path("stream").asText("")));
    streams.remove("");
    return streams;
  }

  List<JsonNode> messages() {
    return messages;
  }

  JsonNode schema(String stream) {
    return messages.stream()
        .filter(message -> is(message, "SCHEMA") && stream.equals(message.path("stream").asText()))
        .reduce((earlier, later) -> later)
        .orElseThrow()
        .path("schema");
  }

  /** Checks what every target relies on, and each record against the schema before it. */
  SingerOutput checkProtocol() {
    Map<String, Schema> schemas = new TreeMap<>();
    JsonNode previousState = null;
    for (JsonNode message : messages) {
      switch (message.path("type").asText()) {
        case "SCHEMA" -> {
          assertThat(message.path("key_properties").isArray()).isTrue();
          schemas.put(
              message.path("stream").asText(),
              SCHEMAS.getSchema(message.path("schema").toString(), InputFormat.JSON));
        }
        case "RECORD" -> {
          checkRecord(message, schemas.get(message.path("stream").asText()));
          previousState = null;
        }
        case "STATE" -> {
          assertThat(message.path("value").path("bookmarks").isObject()).isTrue();
          assertThat(message.path("value")).isNotEqualTo(previousState);
          previousState = message.path("value");
        }
        default -> throw new AssertionError("not a Singer message: " + message);
      }
    }
    assertThat(messages.get(messages.size() - 1).path("type").asText()).isEqualTo("STATE");
    return this;
  }

  private static void checkRecord(JsonNode message, Schema schema) {
    assertThat(schema).as("a SCHEMA before %s", message.path("stream")).isNotNull();
    Instant.parse(message.path("time_extracted").asText());
    var errors =
        schema.validate(
            message.path("record").toString(),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    assertThat(errors).as("%s %s", message.path("stream"), message.path("record")).isEmpty();
  }

  private static boolean is(JsonNode message, String type) {
    return type.equals(message.path("type").asText());
  }
}

package io.github.tapkustomer.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Loads what a tap writes into a database, as a target does; keeps its tables between runs. */
public final class Loader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connection connection;
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private Optional<JsonNode> state = Optional.empty();

  public Loader(Connection connection) {
    this.connection = connection;
  }

  /** Takes the messages of one run, and applies its deletes at the end. */
  public void load(String messages) throws JsonProcessingException, SQLException {
    for (String line : messages.lines().toList()) {
      accept(JSON.readTree(line));
    }
    for (Table table : tables.values()) {
      table.finish();
    }
  }

  private void accept(JsonNode message) throws SQLException {
    String stream = message.path("stream").asText();
    switch (message.path("type").asText()) {
      case "SCHEMA" -> {
        String key = message.path("key_properties").path(0).asText();
        tables
            .computeIfAbsent(stream, name -> new Table(connection, name, key))
            .accept(message.path("schema"));
      }
      case "RECORD" -> tables.get(stream).put(message.path("record"));
      case "STATE" -> state = Optional.of(message.path("value"));
      default -> throw new AssertionError("not a Singer message: " + message);
    }
  }

  /** The last state that came. */
  public JsonNode state() {
    return state.orElseThrow();
  }
}

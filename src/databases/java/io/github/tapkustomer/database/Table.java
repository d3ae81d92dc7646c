package io.github.tapkustomer.database;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of one stream: a column for each property, upserted by key. */
final class Table {
  private static final int BATCH = 200;
  private static final String DELETED = "_sdc_deleted_at";

  private final Connection connection;
  private final String name;
  private final String key;
  private final Map<String, ColumnType> columns = new LinkedHashMap<>();
  private Optional<PreparedStatement> upsert = Optional.empty();
  private int waiting;

  Table(Connection connection, String name, String key) {
    this.connection = connection;
    this.name = quoted(name);
    this.key = key;
  }

  /** Makes the table, adds columns, or changes the type of those that were widened. */
  void accept(JsonNode schema) throws SQLException {
    flush();
    Map<String, ColumnType> declared = new LinkedHashMap<>();
    schema
        .path("properties")
        .properties()
        .forEach(entry -> declared.put(entry.getKey(), ColumnType.of(entry.getValue())));
    if (columns.isEmpty()) {
      create(declared);
    } else {
      alter(declared);
    }
    columns.putAll(declared);
  }

  private void create(Map<String, ColumnType> declared) throws SQLException {
    String list =
        declared.entrySet().stream()
            .map(column -> quoted(column.getKey()) + " " + column.getValue().sql())
            .collect(Collectors.joining(", "));
    run("CREATE TABLE " + name + " (" + list + ", PRIMARY KEY (" + quoted(key) + "))");
  }

  private void alter(Map<String, ColumnType> declared) throws SQLException {
    for (Map.Entry<String, ColumnType> column : declared.entrySet()) {
      ColumnType before = columns.get(column.getKey());
      ColumnType now = column.getValue();
      String place = quoted(column.getKey());
      if (before == null) {
        run("ALTER TABLE " + name + " ADD COLUMN " + place + " " + now.sql());
      } else if (before != now) {
        String change = " TYPE " + now.sql() + " USING " + now.conversion(place);
        run("ALTER TABLE " + name + " ALTER COLUMN " + place + change);
      }
    }
  }

  void put(JsonNode row) throws SQLException {
    if (upsert.isEmpty()) {
      upsert = Optional.of(connection.prepareStatement(upsertStatement()));
    }
    PreparedStatement statement = upsert.get();
    int index = 1;
    for (Map.Entry<String, ColumnType> column : columns.entrySet()) {
      column.getValue().bind(statement, index++, row.path(column.getKey()));
    }
    statement.addBatch();
    if (++waiting == BATCH) {
      statement.executeBatch();
      waiting = 0;
    }
  }

  private String upsertStatement() {
    String names = columns.keySet().stream().map(Table::quoted).collect(Collectors.joining(", "));
    String values =
        columns.values().stream().map(ColumnType::parameter).collect(Collectors.joining(", "));
    String update =
        columns.keySet().stream()
            .filter(column -> !column.equals(key))
            .map(column -> quoted(column) + " = excluded." + quoted(column))
            .collect(Collectors.joining(", "));
    return ("INSERT INTO " + name + " (" + names + ") VALUES (" + values + ")")
        + (" ON CONFLICT (" + quoted(key) + ") DO UPDATE SET " + update);
  }

  /** Writes what waits, and removes what is marked as deleted. */
  void finish() throws SQLException {
    flush();
    if (columns.containsKey(DELETED)) {
      run("DELETE FROM " + name + " WHERE " + quoted(DELETED) + " IS NOT NULL");
    }
  }

  private void flush() throws SQLException {
    if (upsert.isPresent()) {
      try (PreparedStatement statement = upsert.get()) {
        if (waiting > 0) {
          statement.executeBatch();
        }
      }
      upsert = Optional.empty();
      waiting = 0;
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String quoted(String name) {
    return '"' + name + '"';
  }
}

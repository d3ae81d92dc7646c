package io.github.tapkustomer.database;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a JSON Schema becomes in SQL that DuckDB and PostgreSQL share, and how a value gets there.
 */
enum ColumnType {
  TEXT("VARCHAR"),
  TIME("TIMESTAMP WITH TIME ZONE"),
  INTEGER("BIGINT"),
  NUMBER("DOUBLE PRECISION"),
  FLAG("BOOLEAN"),
  /** Objects, arrays, and whatever has more than one type. */
  JSON("JSON");

  private final String sql;

  ColumnType(String sql) {
    this.sql = sql;
  }

  static ColumnType of(JsonNode schema) {
    Set<String> types = new TreeSet<>();
    if (schema.path("type").isTextual()) {
      types.add(schema.path("type").asText());
    }
    schema.path("type").forEach(type -> types.add(type.asText()));
    types.remove("null");
    if (types.equals(Set.of("integer", "number"))) {
      return NUMBER;
    }
    if (types.size() != 1) {
      return JSON;
    }
    return switch (types.iterator().next()) {
      case "string" -> schema.path("format").asText().equals("date-time") ? TIME : TEXT;
      case "integer" -> INTEGER;
      case "number" -> NUMBER;
      case "boolean" -> FLAG;
      default -> JSON;
    };
  }

  String sql() {
    return sql;
  }

  /** The place of a value in an INSERT. */
  String parameter() {
    return this == JSON ? "CAST(? AS JSON)" : "?";
  }

  /** How a value of another type becomes one of this. */
  String conversion(String column) {
    return this == JSON ? "to_json(" + column + ")" : "CAST(" + column + " AS " + sql + ")";
  }

  /** Sets a value by the type's own setter; it fails where the value is not of that type. */
  void bind(PreparedStatement statement, int index, JsonNode value) throws SQLException {
    if (value.isMissingNode() || value.isNull()) {
      statement.setObject(index, null);
      return;
    }
    switch (this) {
      case TEXT -> statement.setString(index, require(value, value.isTextual()).textValue());
      case TIME ->
          statement.setObject(
              index, OffsetDateTime.parse(require(value, value.isTextual()).textValue()));
      case INTEGER ->
          statement.setLong(index, require(value, value.isIntegralNumber()).longValue());
      case NUMBER -> statement.setDouble(index, require(value, value.isNumber()).doubleValue());
      case FLAG -> statement.setBoolean(index, require(value, value.isBoolean()).booleanValue());
      case JSON -> statement.setString(index, value.toString());
    }
  }

  private JsonNode require(JsonNode value, boolean fits) {
    if (!fits) {
      throw new AssertionError(value + " is no " + this);
    }
    return value;
  }
}

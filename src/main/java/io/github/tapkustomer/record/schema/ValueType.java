package io.github.tapkustomer.record.schema;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;

/** What a column holds besides null. A column has one type and keeps it. */
public enum ValueType {
  TEXT("string", JsonToken.VALUE_STRING),
  DATE_TIME("string", JsonToken.VALUE_STRING),
  INTEGER("integer", JsonToken.VALUE_NUMBER_INT),
  NUMBER("number", JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT),
  BOOLEAN("boolean", JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE),
  ARRAY("array", JsonToken.START_ARRAY),
  OBJECT("object", JsonToken.START_OBJECT),
  /** The schema does not say. */
  ANY("", JsonToken.values()),
  /** No value is sent as it comes. */
  MASKED("-");

  private final String schemaName;
  private final int tokens;

  ValueType(String schemaName, JsonToken... tokens) {
    this.schemaName = schemaName;
    int set = 1 << JsonToken.VALUE_NULL.ordinal();
    for (JsonToken token : tokens) {
      set |= 1 << token.ordinal();
    }
    this.tokens = set;
  }

  /** The type in a schema that has gone through {@link SingleTypes}. */
  public static ValueType of(JsonNode schema) {
    JsonNode type = schema.path("type");
    String name = type.isArray() ? type.path(type.size() - 1).asText() : type.asText();
    if (name.equals(TEXT.schemaName)) {
      return schema.path("format").asText().equals("date-time") ? DATE_TIME : TEXT;
    }
    for (ValueType value : values()) {
      if (value.schemaName.equals(name)) {
        return value;
      }
    }
    return ANY;
  }

  /** Whether a value that begins with this token needs no conversion. */
  public boolean takes(JsonToken token) {
    return (tokens >> token.ordinal() & 1) != 0;
  }

  public boolean isNumber() {
    return this == INTEGER || this == NUMBER;
  }

  String schemaName() {
    return schemaName;
  }

  /** The type's name in messages. */
  @Override
  public String toString() {
    return this == DATE_TIME ? "date-time" : this == TEXT ? "text" : schemaName;
  }
}

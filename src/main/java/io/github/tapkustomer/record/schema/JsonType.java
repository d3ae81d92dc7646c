package io.github.tapkustomer.record.schema;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;

/** The types of JSON Schema, kept as sets of bits. */
public enum JsonType {
  NULL,
  STRING,
  INTEGER,
  NUMBER,
  BOOLEAN,
  ARRAY,
  OBJECT;

  static final int ANY = (1 << values().length) - 1;

  private static final JsonType[] BY_TOKEN =
      Arrays.stream(JsonToken.values()).map(JsonType::named).toArray(JsonType[]::new);

  public int bit() {
    return 1 << ordinal();
  }

  /** The set that a schema's {@code type} declares: every number admits integers; none is all. */
  public static int declared(JsonNode schema) {
    JsonNode type = schema.path("type");
    int set = 0;
    if (type.isTextual()) {
      set = named(type.textValue());
    }
    for (JsonNode one : type) {
      set |= named(one.asText());
    }
    if ((set & NUMBER.bit()) != 0) {
      set |= INTEGER.bit();
    }
    return set == 0 ? ANY : set;
  }

  private static int named(String name) {
    for (JsonType type : values()) {
      if (type.toString().equals(name)) {
        return type.bit();
      }
    }
    return 0;
  }

  public static JsonType of(JsonToken token) {
    return BY_TOKEN[token.ordinal()];
  }

  private static JsonType named(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> STRING;
      case VALUE_NUMBER_INT -> INTEGER;
      case VALUE_NUMBER_FLOAT -> NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> BOOLEAN;
      case START_ARRAY -> ARRAY;
      case START_OBJECT -> OBJECT;
      default -> NULL;
    };
  }

  /** Adds this type to a schema's {@code type}, which becomes an array. */
  public void addTo(ObjectNode schema) {
    JsonNode old = schema.path("type");
    ArrayNode types = schema.arrayNode();
    if (old.isTextual()) {
      types.add(old);
    }
    for (JsonNode one : old) {
      boolean covered = this == NUMBER && one.asText().equals(INTEGER.toString());
      if (!covered) {
        types.add(one);
      }
    }
    types.add(toString());
    schema.set("type", types);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

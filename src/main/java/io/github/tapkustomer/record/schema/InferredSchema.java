package io.github.tapkustomer.record.schema;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A schema for a field that only the data knows. Kustomer's custom attributes carry their type as a
 * suffix ({@code Num}, {@code At}, {@code Bool}, the rest text); where the first value agrees, that
 * is the type, else the value's own.
 */
public final class InferredSchema {
  private InferredSchema() {}

  public static ObjectNode of(String column, JsonToken value) {
    JsonType seen = JsonType.of(value);
    JsonType bySuffix = bySuffix(column);
    boolean agrees =
        seen == JsonType.NULL
            || seen == bySuffix
            || seen == JsonType.INTEGER && bySuffix == JsonType.NUMBER;
    JsonType type = agrees ? bySuffix : seen == JsonType.INTEGER ? JsonType.NUMBER : seen;
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.putArray("type").add("null").add(type.toString());
    if (type == JsonType.STRING && column.endsWith("_at")) {
      schema.put("format", "date-time");
    }
    if (type == JsonType.ARRAY) {
      ArrayNode any = schema.putObject("items").putArray("type");
      for (JsonType each :
          new JsonType[] {
            JsonType.NULL,
            JsonType.STRING,
            JsonType.NUMBER,
            JsonType.BOOLEAN,
            JsonType.OBJECT,
            JsonType.ARRAY
          }) {
        any.add(each.toString());
      }
    }
    return schema;
  }

  private static JsonType bySuffix(String column) {
    if (column.endsWith("_num")) {
      return JsonType.NUMBER;
    }
    return column.endsWith("_bool") ? JsonType.BOOLEAN : JsonType.STRING;
  }
}

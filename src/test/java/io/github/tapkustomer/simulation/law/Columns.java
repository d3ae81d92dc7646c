package io.github.tapkustomer.simulation.law;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tapkustomer.simulation.world.Streams;
import io.github.tapkustomer.simulation.world.Values;
import java.time.Instant;
import java.util.Map;

/**
 * Each value is in its column or in the column's variant, and the SCHEMA before it admits it. How a
 * value that does not fit is carried is left to the tap.
 */
final class Columns {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VARIANT = Values.COLUMN + "__v_text";

  private Columns() {}

  /** Checks a record; says whether its value is none that the column was made for. */
  static boolean check(String stream, JsonNode record, JsonNode schema, boolean drifting) {
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      Ledger.require(
          admits(schema.path("properties").path(field.getKey()), field.getValue()),
          "UNDECLARED %s of %s: %s, its SCHEMA says %s",
          field,
          stream,
          record,
          schema);
    }
    boolean children = !Streams.parent(stream).isEmpty();
    return record.has(Values.COLUMN)
        && drifting
        && !children
        && record.has("updated_at")
        && isDrifted(stream, record);
  }

  private static boolean isDrifted(String stream, JsonNode record) {
    Instant at = Instant.parse(record.path("updated_at").asText());
    JsonNode shown = json(Values.of(record.path(Streams.keyColumn(stream)).asText(), at, true));
    boolean carried =
        isSame(shown, record.path(Values.COLUMN)) || isSame(shown, record.path(VARIANT));
    Ledger.require(carried, "ALTERED %s of %s: the API shows %s", record, stream, shown);
    return !shown.isInt();
  }

  private static boolean isSame(JsonNode shown, JsonNode given) {
    return given.equals(shown)
        || given.isValueNode() && shown.isValueNode() && given.asText().equals(shown.asText())
        || given.isNumber() && Double.compare(given.asDouble(), shown.asDouble(Double.NaN)) == 0
        || given.isTextual() && shown.isContainerNode() && json(given.asText()).equals(shown);
  }

  private static boolean admits(JsonNode schema, JsonNode value) {
    JsonNode types = schema.path("type");
    if (types.isTextual()) {
      return admits(types.asText(), value);
    }
    boolean admitted = schema.isObject() && types.isMissingNode();
    for (JsonNode type : types) {
      admitted |= admits(type.asText(), value);
    }
    return admitted;
  }

  private static boolean admits(String type, JsonNode value) {
    return switch (type) {
      case "null" -> value.isNull();
      case "integer" -> value.isNumber() && value.asDouble() == Math.rint(value.asDouble());
      case "number" -> value.isNumber();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> false;
    };
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}

package io.github.tapkustomer.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.stream.AttributeType;
import io.github.tapkustomer.stream.ColumnNames;

/**
 * An attribute that an organization has defined itself.
 *
 * @param name the API's name for it; its suffix gives its type
 * @param multi whether its values are lists
 * @param sensitive whether the API masks its values
 * @param title its name for people; may be empty
 */
record CustomAttribute(
    String name, AttributeType type, boolean multi, boolean sensitive, String title) {

  /** From {@code metadata/<resource>}. */
  static CustomAttribute of(String name, JsonNode definition) {
    return new CustomAttribute(
        name,
        type(name, told(definition.path("type").asText())),
        definition.path("multi").asBoolean(),
        definition.path("sensitive").path("enabled").asBoolean(),
        definition.path("displayName").asText(""));
  }

  /** From a record, if the definitions may not be read. */
  static CustomAttribute seen(String name, JsonNode value) {
    return new CustomAttribute(name, type(name, seen(value)), value.isArray(), false, "");
  }

  private static AttributeType type(String name, AttributeType other) {
    return AttributeType.bySuffix(ColumnNames.of(name)).orElse(other);
  }

  private static AttributeType told(String type) {
    return switch (type) {
      case "number" -> AttributeType.NUMBER;
      case "boolean" -> AttributeType.BOOLEAN;
      default -> AttributeType.TEXT;
    };
  }

  private static AttributeType seen(JsonNode value) {
    if (value.isNumber()) {
      return AttributeType.NUMBER;
    }
    return value.isBoolean() ? AttributeType.BOOLEAN : AttributeType.TEXT;
  }

  ObjectNode schema() {
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    value.putArray("type").add("null").add(jsonType());
    if (type == AttributeType.DATE_TIME) {
      value.put("format", "date-time");
    }
    ObjectNode schema = value;
    if (multi) {
      schema = JsonNodeFactory.instance.objectNode();
      schema.putArray("type").add("null").add("array");
      schema.set("items", value);
    }
    if (!title.isEmpty()) {
      schema.put("description", title);
    }
    return schema;
  }

  private String jsonType() {
    return switch (type) {
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case TEXT, DATE_TIME -> "string";
    };
  }
}

package io.github.tapkustomer.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An attribute that an organisation has defined itself.
 *
 * @param name as the API calls it; its suffix tells its type
 * @param type {@code string}, {@code number}, {@code boolean} or {@code date-time}
 * @param multi whether its values are lists
 * @param sensitive whether the API masks its values
 * @param title what people call it; empty where that is not known
 */
record CustomAttribute(String name, String type, boolean multi, boolean sensitive, String title) {

  /** Out of {@code metadata/<resource>}. */
  static CustomAttribute of(String name, JsonNode definition) {
    return new CustomAttribute(
        name,
        type(name, definition.path("type").asText()),
        definition.path("multi").asBoolean(),
        definition.path("sensitive").path("enabled").asBoolean(),
        definition.path("displayName").asText(""));
  }

  /** Out of a record, where the definitions may not be read. */
  static CustomAttribute seen(String name, JsonNode value) {
    String type = value.isNumber() ? "number" : value.isBoolean() ? "boolean" : "string";
    return new CustomAttribute(name, type(name, type), value.isArray(), false, "");
  }

  private static String type(String name, String told) {
    if (name.endsWith("Num")) {
      return "number";
    }
    if (name.endsWith("At")) {
      return "date-time";
    }
    if (name.endsWith("Bool")) {
      return "boolean";
    }
    return told.equals("number") || told.equals("boolean") ? told : "string";
  }

  ObjectNode schema() {
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    value.putArray("type").add("null").add(type.equals("date-time") ? "string" : type);
    if (type.equals("date-time")) {
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
}

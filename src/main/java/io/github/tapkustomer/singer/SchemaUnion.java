package io.github.tapkustomer.singer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/** Adds to a simplified schema, so that it allows both what it did before and what was added. */
final class SchemaUnion {
  private static final String TYPE = "type";

  private SchemaUnion() {}

  static void addAll(ObjectNode schema, ObjectNode other) {
    other.properties().forEach(entry -> add(schema, entry.getKey(), entry.getValue()));
  }

  static void add(ObjectNode schema, String keyword, JsonNode value) {
    JsonNode known = schema.get(keyword);
    if (known == null) {
      schema.set(keyword, value.deepCopy());
    } else if (keyword.equals(TYPE)) {
      addTypes(schema, known, value);
    } else if (keyword.equals("items")) {
      addAll((ObjectNode) known, (ObjectNode) value);
    } else if (keyword.equals("properties")) {
      addProperties((ObjectNode) known, (ObjectNode) value);
    }
  }

  private static void addProperties(ObjectNode properties, ObjectNode others) {
    others
        .properties()
        .forEach(
            other ->
                addAll(
                    properties.withObjectProperty(other.getKey()), (ObjectNode) other.getValue()));
  }

  /** In alphabetical order, except that null goes first. */
  private static void addTypes(ObjectNode schema, JsonNode some, JsonNode others) {
    Set<String> types = new TreeSet<>();
    for (JsonNode typesOf : new JsonNode[] {some, others}) {
      if (typesOf.isTextual()) {
        types.add(typesOf.textValue());
      }
      typesOf.forEach(type -> types.add(type.asText()));
    }
    ArrayNode union = schema.putArray(TYPE);
    if (types.remove("null")) {
      union.add("null");
    }
    types.forEach(union::add);
  }
}

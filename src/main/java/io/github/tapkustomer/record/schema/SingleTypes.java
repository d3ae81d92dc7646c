package io.github.tapkustomer.record.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives each property of a schema one type besides null, because a target makes a column of it and
 * cannot change that column later. Of several types, a number covers an integer, a single container
 * wins over plain values, and everything else is text. The elements of an array keep a single type,
 * or may be anything.
 */
public final class SingleTypes {
  private static final String TYPE = "type";
  private static final String STRING = "string";
  private static final String ARRAY = "array";
  private static final String OBJECT = "object";

  private SingleTypes() {}

  /**
   * Settles the properties of a stream's schema, in place.
   *
   * @param keys the columns that are never null: text, unless the schema says integer or date-time
   */
  public static void settle(ObjectNode schema, Collection<String> keys) {
    settle(schema);
    for (String key : keys) {
      if (schema.path("properties").get(key) instanceof ObjectNode property) {
        ValueType type = ValueType.of(property);
        boolean isKeyType = type == ValueType.INTEGER || type == ValueType.DATE_TIME;
        setType(property, isKeyType ? type.schemaName() : STRING);
        property.put(TYPE, isKeyType ? type.schemaName() : STRING);
      }
    }
  }

  /** Settles everything below a property or the elements of an array, in place. */
  static void settle(ObjectNode schema) {
    for (JsonNode property : schema.path("properties")) {
      if (property instanceof ObjectNode each) {
        Set<String> types = types(each);
        setType(each, types.size() == 1 ? types.iterator().next() : wider(types));
        if (types.size() > 1) {
          each.remove("format");
        }
      }
    }
    if (schema.path("items") instanceof ObjectNode items) {
      Set<String> types = types(items);
      if (types.size() == 1) {
        setType(items, types.iterator().next());
      } else {
        schema.remove("items");
      }
    }
  }

  private static Set<String> types(ObjectNode schema) {
    JsonNode declared = schema.path(TYPE);
    Set<String> types = new TreeSet<>();
    if (declared.isTextual()) {
      types.add(declared.textValue());
    }
    declared.forEach(type -> types.add(type.asText()));
    types.remove("null");
    if (types.contains("number")) {
      types.remove("integer");
    }
    if (types.isEmpty() && schema.has("properties")) {
      types.add(OBJECT);
    } else if (types.isEmpty() && schema.has("items")) {
      types.add(ARRAY);
    }
    return types;
  }

  private static String wider(Set<String> types) {
    List<String> containers = types.stream().filter(Set.of(ARRAY, OBJECT)::contains).toList();
    return containers.size() == 1 ? containers.get(0) : STRING;
  }

  private static void setType(ObjectNode schema, String type) {
    ArrayNode nullable = schema.arrayNode().add("null").add(type);
    schema.set(TYPE, nullable);
    if (!type.equals(OBJECT)) {
      schema.remove("properties");
    }
    if (!type.equals(ARRAY)) {
      schema.remove("items");
    }
    if (!type.equals(STRING)) {
      schema.remove("format");
    }
    settle(schema);
  }
}

package io.github.tapkustomer.singer;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * A catalog's schema reduced to what the tap handles: types, the properties of objects, the items
 * of arrays, and date-times. References are resolved, and alternatives are merged into one schema
 * that allows each of them. Other keywords that restrict values are dropped, since the data may not
 * comply; keywords that only describe them stay.
 */
final class PlainSchema {
  private static final Set<String> TYPES =
      Set.of("null", "string", "integer", "number", "boolean", "array", "object");
  private static final Set<String> LIMITS =
      Set.of(
          "$dynamicRef",
          "$recursiveRef",
          "additionalItems",
          "const",
          "contains",
          "dependencies",
          "dependentRequired",
          "dependentSchemas",
          "else",
          "enum",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "if",
          "maxContains",
          "maxItems",
          "maxLength",
          "maxProperties",
          "maximum",
          "minContains",
          "minItems",
          "minLength",
          "minProperties",
          "minimum",
          "multipleOf",
          "not",
          "pattern",
          "patternProperties",
          "prefixItems",
          "propertyNames",
          "required",
          "then",
          "unevaluatedItems",
          "unevaluatedProperties",
          "uniqueItems");
  private static final int MOST_REFERENCES = 1000;

  private final ObjectNode given;
  private final Set<String> dropped = new TreeSet<>();
  private final Set<String> followed = new HashSet<>();
  private final ObjectNode schema;
  private int references;

  /** Simplifies a schema, which is not changed itself. */
  PlainSchema(ObjectNode given) {
    this.given = given;
    this.schema = plain(given);
  }

  ObjectNode schema() {
    return schema;
  }

  /** The keywords that restrict values and were dropped. */
  Set<String> dropped() {
    return dropped;
  }

  private ObjectNode plain(JsonNode schema) {
    ObjectNode plain = JsonNodeFactory.instance.objectNode();
    schema.properties().forEach(entry -> add(plain, entry.getKey(), entry.getValue()));
    return plain;
  }

  private void add(ObjectNode plain, String keyword, JsonNode value) {
    switch (keyword) {
      case "properties" -> {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(each -> properties.set(each.getKey(), plain(each.getValue())));
        SchemaUnion.add(plain, keyword, properties);
      }
      case "items" -> addOrDrop(!value.isArray(), plain, keyword, plain(value));
      case "type" -> addOrDrop(isType(value), plain, keyword, value);
      case "format" -> addOrDrop(value.asText().equals("date-time"), plain, keyword, value);
      case "anyOf", "oneOf", "allOf" ->
          value.forEach(part -> SchemaUnion.addAll(plain, plain(part)));
      case "$ref" -> follow(value.asText(), plain);
      case "definitions", "$defs" -> {
        // References to them are resolved.
      }
      case "additionalProperties" -> {
        // Members that no schema has are kept, so forbidding them would be untrue.
        if (value.isObject()) {
          dropped.add(keyword);
        }
      }
      default -> addOrDrop(!LIMITS.contains(keyword), plain, keyword, value);
    }
  }

  private void addOrDrop(boolean wanted, ObjectNode plain, String keyword, JsonNode value) {
    if (wanted) {
      SchemaUnion.add(plain, keyword, value);
    } else {
      dropped.add(keyword);
    }
  }

  private static boolean isType(JsonNode value) {
    if (value.isTextual()) {
      return TYPES.contains(value.textValue());
    }
    boolean known = value.isArray();
    for (JsonNode one : value) {
      known &= TYPES.contains(one.asText());
    }
    return known;
  }

  /** Adds what a reference leads to, unless it refers to itself or leads out of the schema. */
  private void follow(String reference, ObjectNode plain) {
    JsonNode target = target(reference);
    if (target.isObject() && references < MOST_REFERENCES && followed.add(reference)) {
      references++;
      SchemaUnion.addAll(plain, plain(target));
      followed.remove(reference);
    } else {
      dropped.add("$ref");
    }
  }

  private JsonNode target(String reference) {
    try {
      return reference.startsWith("#")
          ? given.at(JsonPointer.compile(reference.substring(1)))
          : MissingNode.getInstance();
    } catch (IllegalArgumentException noPointer) {
      return MissingNode.getInstance();
    }
  }
}

package io.github.tapkustomer.record.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the data of earlier runs added to a schema, as a schema of the added properties alone. The
 * state keeps it, so that each run declares the same columns with the same types from its start.
 *
 * @param added the added properties
 * @param catalog the schema that the user chose from: what it has is selected or left out there
 * @param closed whether only variants are added at the top
 */
public record SchemaGrowth(ObjectNode added, JsonNode catalog, boolean closed) {
  private static final String PROPERTIES = "properties";
  private static final String ITEMS = "items";

  /** Adds the properties that the schema lacks, after its own. */
  void apply(ObjectNode schema) {
    apply(added, catalog, schema, closed);
  }

  private static void apply(
      JsonNode added, JsonNode catalog, ObjectNode schema, boolean onlyVariants) {
    if (schema.path(PROPERTIES) instanceof ObjectNode properties) {
      Set<String> variants = new HashSet<>();
      properties.fieldNames().forEachRemaining(name -> variants.add(ColumnName.variant(name)));
      for (Map.Entry<String, JsonNode> entry : added.path(PROPERTIES).properties()) {
        String name = entry.getKey();
        JsonNode known = catalog.path(PROPERTIES).path(name);
        boolean isWanted =
            variants.contains(name) || !onlyVariants && !name.endsWith(ColumnName.VARIANT);
        if (properties.get(name) instanceof ObjectNode property) {
          apply(entry.getValue(), known, property, false);
        } else if (isWanted && known.isMissingNode() && entry.getValue().has("type")) {
          ObjectNode addition = entry.getValue().deepCopy();
          SingleTypes.settle(addition);
          properties.set(name, addition);
          variants.add(ColumnName.variant(name));
        }
      }
    }
    if (schema.path(ITEMS) instanceof ObjectNode items) {
      apply(added.path(ITEMS), catalog.path(ITEMS), items, false);
    }
  }

  /**
   * What a schema has beyond its beginning, and what else was remembered. Fields inside objects
   * whose names give their type, such as {@code custom.order_num}, are left out: any run gives them
   * the same type. They stay if they have a variant, which could not be declared without them.
   */
  static ObjectNode between(JsonNode before, JsonNode now, JsonNode remembered) {
    return between(before, now, remembered, true);
  }

  private static ObjectNode between(
      JsonNode before, JsonNode now, JsonNode remembered, boolean isTop) {
    ObjectNode growth = JsonNodeFactory.instance.objectNode();
    ObjectNode added = JsonNodeFactory.instance.objectNode();
    Set<String> names = new LinkedHashSet<>();
    remembered.path(PROPERTIES).fieldNames().forEachRemaining(names::add);
    now.path(PROPERTIES).fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode known = before.path(PROPERTIES).path(name);
      JsonNode property = now.path(PROPERTIES).path(name);
      JsonNode old = remembered.path(PROPERTIES).path(name);
      if (!known.isMissingNode()) {
        setUnlessEmpty(added, name, between(known, property, old, false));
      } else if (property.isMissingNode()) {
        added.set(name, old.deepCopy());
      } else if (isTop
          || !InferredSchema.isToldByName(name, property)
          || now.path(PROPERTIES).has(ColumnName.variant(name))) {
        added.set(name, property.deepCopy());
      }
    }
    setUnlessEmpty(growth, PROPERTIES, added);
    if (now.has(ITEMS)) {
      JsonNode items = before.path(ITEMS);
      setUnlessEmpty(growth, ITEMS, between(items, now.path(ITEMS), remembered.path(ITEMS), false));
    }
    return growth;
  }

  private static void setUnlessEmpty(ObjectNode node, String name, ObjectNode value) {
    if (!value.isEmpty()) {
      node.set(name, value);
    }
  }
}

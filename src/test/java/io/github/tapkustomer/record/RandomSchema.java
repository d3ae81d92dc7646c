package io.github.tapkustomer.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Schemas of any types, with the same columns at each depth. */
record RandomSchema(Random random, List<String> columns) {
  private static final List<String> TYPES =
      List.of("string", "string", "integer", "number", "boolean", "array", "object", "object");

  /** A schema of records: its columns, and an id. */
  ObjectNode next() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = properties(0);
    properties.putObject("id").put("type", "string");
    return schema.set("properties", properties);
  }

  private ObjectNode properties(int depth) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    columns.forEach(column -> properties.set(column, property(depth)));
    return properties;
  }

  private ObjectNode property(int depth) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ArrayNode types = schema.putArray("type");
    for (int i = random.nextInt(10) == 0 ? 2 : 1; i > 0; i--) {
      types.add(TYPES.get(random.nextInt(TYPES.size())));
    }
    String type = types.get(0).asText();
    if (type.equals("string") && random.nextBoolean()) {
      schema.put("format", "date-time");
    } else if (type.equals("object") && depth < 2 && random.nextInt(4) > 0) {
      schema.set("properties", properties(depth + 1));
    } else if (type.equals("array") && depth < 3 && random.nextInt(4) > 0) {
      schema.set("items", property(depth + 1));
    }
    return schema;
  }
}

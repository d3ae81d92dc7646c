package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.record.schema.InferredSchema;
import io.github.tapkustomer.singer.Selection;
import io.github.tapkustomer.stream.ColumnNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes columns out of schemas, and schemas for what none declares. */
final class ColumnCompiler {
  private final RecordFormat format;

  ColumnCompiler(RecordFormat format) {
    this.format = format;
  }

  /**
   * The column of a declared and selected property.
   *
   * @param path its place, as warnings name it
   * @param schema its own schema, which grows with it
   * @param declared the same as the catalog has it, with what is not selected
   */
  Column compile(String path, String name, Role role, ObjectNode schema, JsonNode declared) {
    Members members =
        schema.path("properties") instanceof ObjectNode properties
            ? members(path, properties, declared.path("properties"))
            : null;
    Column items =
        schema.path("items") instanceof ObjectNode each && !each.isEmpty()
            ? compile(path + "[]", name, Role.NONE, each, declared.path("items"))
            : null;
    return new Column(path, name, role, true, schema, members, items);
  }

  /** A column whose values are passed over. */
  Column unread(String name, Role role) {
    return new Column(name, name, role, false, JsonNodeFactory.instance.objectNode(), null, null);
  }

  /** Declares a property that the data has and the schema has not; the caller holds the lock. */
  Column add(ObjectNode properties, String path, String name, Role role, JsonToken value) {
    ObjectNode schema = InferredSchema.of(name, value);
    properties.set(name, schema);
    Column column = compile(path, name, role, schema, schema);
    format.noteAdded(column, schema.path("type").toString());
    return column;
  }

  private Members members(String path, ObjectNode properties, JsonNode declared) {
    Map<String, String> owners = attributesByColumn(path, properties);
    Map<String, String> columns = new HashMap<>();
    owners.forEach((column, attribute) -> columns.put(attribute, column));
    return new Members(
        (source, value) -> {
          synchronized (format) {
            String wanted = columns.getOrDefault(source, ColumnNames.of(source));
            String name = wanted;
            for (int i = 2; !owners.computeIfAbsent(name, free -> source).equals(source); i++) {
              name = wanted + "_" + i;
            }
            String below = path + "." + name;
            if (properties.get(name) instanceof ObjectNode own) {
              return compile(below, name, Role.NONE, own, declared.path(name));
            }
            return declared.has(name)
                ? unread(name, Role.NONE)
                : add(properties, below, name, Role.NONE, value);
          }
        });
  }

  /** The attributes whose columns are not called after them, as discovery noted it. */
  private Map<String, String> attributesByColumn(String path, ObjectNode properties) {
    Map<String, String> attributes = new HashMap<>();
    properties
        .fieldNames()
        .forEachRemaining(
            column ->
                format.stream()
                    .selection()
                    .annotation(
                        List.of("properties", path, "properties", column), Selection.ATTRIBUTE)
                    .ifPresent(attribute -> attributes.put(column, attribute)));
    return attributes;
  }
}

package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.mask.MaskedSchema;
import io.github.tapkustomer.mask.StreamMasks;
import io.github.tapkustomer.mask.Way;
import io.github.tapkustomer.record.json.LineBuffer;
import io.github.tapkustomer.record.schema.ColumnName;
import io.github.tapkustomer.record.schema.InferredSchema;
import io.github.tapkustomer.record.schema.ValueType;
import io.github.tapkustomer.singer.Selection;
import io.github.tapkustomer.stream.ColumnNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes columns from schemas, and schemas for undeclared values. */
final class ColumnCompiler {
  private final RecordFormat format;
  private final StreamMasks masks;

  ColumnCompiler(RecordFormat format) {
    this.format = format;
    this.masks = format.masks();
  }

  /**
   * The column of a declared and selected property.
   *
   * @param properties the properties that it is one of
   * @param declared its schema in the catalog, including what is not selected
   */
  Column compile(Place place, ObjectNode properties, JsonNode declared) {
    ObjectNode schema = (ObjectNode) properties.get(place.name());
    Column column = compile(place, schema, declared, properties);
    String variant = place.variant();
    if (properties.has(variant)) {
      column.setVariant(LineBuffer.label(variant));
    }
    return column;
  }

  private Column compile(
      Place place, ObjectNode schema, JsonNode declared, @Nullable ObjectNode siblings) {
    ValueType type = ValueType.of(schema);
    Optional<Way> way = masks.way(place.path());
    if (way.isPresent()) {
      return Column.masked(place, type, way.get(), siblings);
    }
    Members members =
        schema.path("properties") instanceof ObjectNode properties
            ? members(place, properties, declared.path("properties"))
            : type == ValueType.OBJECT || type == ValueType.ANY ? undeclaredMembers(place) : null;
    Column items =
        schema.path("items") instanceof ObjectNode each
            ? compile(place.items(), each, declared.path("items"), null)
            : type == ValueType.ARRAY || type == ValueType.ANY ? undeclaredItems(place) : null;
    return new Column(place, type, members, items, siblings);
  }

  /** Declares a property that the data has and the schema lacks; the caller holds the lock. */
  Column add(Place place, ObjectNode properties, JsonToken value) {
    ObjectNode schema =
        MaskedSchema.of(masks, place.path(), InferredSchema.of(place.name(), value));
    format.schema().add(place.path(), properties, place.name(), schema);
    return compile(place, properties, schema);
  }

  /** A value that no schema declares. */
  Column undeclared(Place place) {
    Optional<Way> way = masks.way(place.path());
    return way.isPresent()
        ? Column.masked(place, ValueType.ANY, way.get(), null)
        : Column.undeclared(place, undeclaredMembers(place), undeclaredItems(place));
  }

  /** The members of an object that may hold anything; null if none of them needs to be known. */
  private @Nullable Members undeclaredMembers(Place object) {
    return masks.mayFitBelow(object.path())
        ? new Members((source, value) -> undeclared(object.member(format.freeNames().name(source))))
        : null;
  }

  /** The elements of an array that may hold anything; null if none of them needs to be known. */
  private @Nullable Column undeclaredItems(Place array) {
    if (!masks.mayFitBelow(array.path())) {
      return null;
    }
    Place items = array.items();
    Optional<Way> way = masks.way(items.path());
    return way.isPresent()
        ? Column.masked(items, ValueType.ANY, way.get(), null)
        : Column.undeclaredItems(items, undeclaredMembers(items));
  }

  private Members members(Place object, ObjectNode properties, JsonNode declared) {
    Map<String, String> owners = attributesByColumn(object.path(), properties);
    Map<String, String> columns = new HashMap<>();
    owners.forEach((column, attribute) -> columns.put(attribute, column));
    return new Members(
        (source, value) -> {
          synchronized (format) {
            String wanted = columns.getOrDefault(source, nameInside(source));
            String name = wanted;
            for (int i = 2; !owners.computeIfAbsent(name, free -> source).equals(source); i++) {
              name = wanted + "_" + i;
            }
            Place place = object.member(name);
            if (properties.get(name) instanceof ObjectNode) {
              return compile(place, properties, declared.path(name));
            }
            if (declared.has(name)) {
              return Column.unread(place);
            }
            return format.schema().isFull(properties)
                ? undeclared(place)
                : add(place, properties, value);
          }
        });
  }

  private String nameInside(String source) {
    String name = ColumnNames.of(format.faults().clean(source));
    return name.endsWith(ColumnName.VARIANT) ? ColumnName.withHash(name, source) : name;
  }

  /** The attributes whose columns have other names than theirs, as discovery noted them. */
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

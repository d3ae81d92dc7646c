package io.github.tapkustomer.record.schema;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.stream.AttributeType;
import java.util.Optional;

/**
 * A schema for a field that only the data has. Kustomer's custom attributes have their type as a
 * suffix ({@code Num}, {@code At}, {@code Bool}, {@code Str} and others), which takes precedence
 * over the first value. Lists, objects and fields without such a suffix have the type of their
 * first value.
 */
public final class InferredSchema {
  private InferredSchema() {}

  /**
   * The schema of a column.
   *
   * @param value the first token of its first value
   */
  public static ObjectNode of(String column, JsonToken value) {
    return switch (value) {
      case START_OBJECT -> schema(ValueType.OBJECT);
      case START_ARRAY -> schema(ValueType.ARRAY);
      default -> schema(bySuffix(column).orElseGet(() -> byValue(value)));
    };
  }

  /** Text that may be null, such as a variant. */
  public static ObjectNode text() {
    return schema(ValueType.TEXT);
  }

  /** An object with members of any kind. */
  public static ObjectNode object() {
    return schema(ValueType.OBJECT);
  }

  /** Whether any plain value would give the column this schema. */
  static boolean isToldByName(String column, JsonNode schema) {
    return bySuffix(column).map(InferredSchema::schema).filter(schema::equals).isPresent();
  }

  private static Optional<ValueType> bySuffix(String column) {
    return AttributeType.bySuffix(column)
        .map(
            type ->
                switch (type) {
                  case TEXT -> ValueType.TEXT;
                  case NUMBER -> ValueType.NUMBER;
                  case BOOLEAN -> ValueType.BOOLEAN;
                  case DATE_TIME -> ValueType.DATE_TIME;
                });
  }

  private static ValueType byValue(JsonToken value) {
    return switch (value) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ValueType.NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> ValueType.BOOLEAN;
      default -> ValueType.TEXT;
    };
  }

  private static ObjectNode schema(ValueType type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.putArray("type").add("null").add(type.schemaName());
    if (type == ValueType.DATE_TIME) {
      schema.put("format", "date-time");
    }
    return schema;
  }
}

package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.JsonToken;
import io.github.tapkustomer.record.json.Numbers;
import io.github.tapkustomer.record.schema.ValueType;
import java.util.Optional;

/** What plain values of other types become in a column of numbers or booleans. */
final class Conversion {
  private Conversion() {}

  /** The number or word to write; empty if the value does not fit or would lose something. */
  static Optional<String> word(ValueType type, JsonToken token, String text) {
    boolean isText = token == JsonToken.VALUE_STRING;
    if (isText && type == ValueType.BOOLEAN) {
      return Optional.of(text).filter(word -> word.equals("true") || word.equals("false"));
    }
    if (type == ValueType.INTEGER && (isText || token.isNumeric())) {
      return isText ? Numbers.integerInText(text) : Numbers.integer(text);
    }
    if (type == ValueType.NUMBER && (isText || token.isNumeric())) {
      return isText ? Numbers.numberInText(text) : Numbers.number(text);
    }
    return Optional.empty();
  }

  /** Describes a value that a column of this type does not hold. */
  static String describe(ValueType type, JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> "text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          type.isNumber() ? "a number that it cannot hold" : "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case START_ARRAY -> "an array";
      default -> "an object";
    };
  }
}

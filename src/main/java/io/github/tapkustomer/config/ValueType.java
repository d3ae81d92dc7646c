package io.github.tapkustomer.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a setting may be: its kind, its limits or choices, and its default. A default that depends
 * on the run, such as a year ago, is not here.
 */
public record ValueType(
    Kind kind,
    boolean secret,
    List<String> choices,
    Optional<Limits> limits,
    Optional<String> defaultText) {

  /** How a value is written. */
  public enum Kind {
    STRING,
    DATE_TIME,
    INTEGER,
    NUMBER,
    BOOLEAN,
    OBJECT
  }

  public ValueType {
    requireNonNull(kind, "kind");
    choices = List.copyOf(choices);
    requireNonNull(limits, "limits");
    requireNonNull(defaultText, "defaultText");
  }

  static ValueType string() {
    return of(Kind.STRING);
  }

  static ValueType secretString() {
    return new ValueType(Kind.STRING, true, List.of(), Optional.empty(), Optional.empty());
  }

  static ValueType secretObject() {
    return new ValueType(Kind.OBJECT, true, List.of(), Optional.empty(), Optional.empty());
  }

  static ValueType oneOf(List<String> choices) {
    return new ValueType(Kind.STRING, false, choices, Optional.empty(), Optional.empty());
  }

  static ValueType dateTime() {
    return of(Kind.DATE_TIME);
  }

  static ValueType bool() {
    return of(Kind.BOOLEAN);
  }

  static ValueType integer(Limits limits) {
    return new ValueType(Kind.INTEGER, false, List.of(), Optional.of(limits), Optional.empty());
  }

  static ValueType number(Limits limits) {
    return new ValueType(Kind.NUMBER, false, List.of(), Optional.of(limits), Optional.empty());
  }

  ValueType or(String text) {
    return new ValueType(kind, secret, choices, limits, Optional.of(text));
  }

  /** What to give, to end a sentence with. */
  String expected() {
    return switch (kind) {
      case STRING -> choices.isEmpty() ? "a text" : "one of " + String.join(", ", choices);
      case DATE_TIME -> "a date such as 2024-01-31 or a date-time such as 2024-01-31T08:30:00Z";
      case INTEGER -> "a whole number " + limits.orElseThrow();
      case NUMBER -> "a number " + limits.orElseThrow();
      case BOOLEAN -> "true or false";
      case OBJECT -> "an object";
    };
  }

  private static ValueType of(Kind kind) {
    return new ValueType(kind, false, List.of(), Optional.empty(), Optional.empty());
  }
}

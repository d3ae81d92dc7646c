package io.github.tapkustomer.stream;

import java.util.Map;
import java.util.Optional;

/** The type of a custom attribute's values. */
public enum AttributeType {
  TEXT,
  NUMBER,
  BOOLEAN,
  DATE_TIME;

  private static final Map<String, AttributeType> BY_SUFFIX =
      Map.of(
          "_num", NUMBER,
          "_at", DATE_TIME,
          "_bool", BOOLEAN,
          "_str", TEXT,
          "_txt", TEXT,
          "_url", TEXT,
          "_id", TEXT,
          "_tree", TEXT);

  /**
   * The type that the suffix of an attribute's name sets; absent where only its definition or its
   * values can tell. Kustomer documents these suffixes except {@code Id} and {@code Tree}.
   *
   * @param column the attribute's name as {@link ColumnNames} forms it
   */
  public static Optional<AttributeType> bySuffix(String column) {
    int suffix = column.lastIndexOf('_');
    return Optional.ofNullable(suffix < 0 ? null : BY_SUFFIX.get(column.substring(suffix)));
  }
}

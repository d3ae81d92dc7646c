package io.github.tapkustomer.stream;

import java.util.Optional;

/** The type of a custom attribute's values. */
public enum AttributeType {
  TEXT,
  NUMBER,
  BOOLEAN,
  DATE_TIME;

  /**
   * The type that the suffix of an attribute's name sets; absent where only its definition or its
   * values can tell.
   *
   * @param column the attribute's name as {@link ColumnNames} forms it
   */
  public static Optional<AttributeType> bySuffix(String column) {
    if (column.endsWith("_num")) {
      return Optional.of(NUMBER);
    }
    if (column.endsWith("_bool")) {
      return Optional.of(BOOLEAN);
    }
    return column.endsWith("_at") ? Optional.of(DATE_TIME) : Optional.empty();
  }
}

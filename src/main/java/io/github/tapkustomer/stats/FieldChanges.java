package io.github.tapkustomer.stats;

import java.util.Map;

/**
 * Fields that differed from the schema, by path.
 *
 * @param added fields that the schema lacked, and the types they were given
 * @param variants columns with values that did not fit, and what the first of them was
 * @param leftOut fields that no schema has, and how many values of each were left out
 */
public record FieldChanges(
    Map<String, String> added, Map<String, String> variants, Map<String, Long> leftOut) {
  public FieldChanges {
    added = Map.copyOf(added);
    variants = Map.copyOf(variants);
    leftOut = Map.copyOf(leftOut);
  }
}

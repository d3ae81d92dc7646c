package io.github.tapkustomer.stats;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fields that differed from the schema, in the order of their paths.
 *
 * @param added fields that the schema lacked, and the types they were given
 * @param variants columns with values that did not fit, and what the first of them was
 * @param leftOut fields that no schema has, and how many values of each were left out
 */
public record FieldChanges(
    Map<String, String> added, Map<String, String> variants, Map<String, Long> leftOut) {
  public FieldChanges {
    added = sorted(added);
    variants = sorted(variants);
    leftOut = sorted(leftOut);
  }

  private static <T> Map<String, T> sorted(Map<String, T> fields) {
    return Collections.unmodifiableMap(new TreeMap<>(fields));
  }
}

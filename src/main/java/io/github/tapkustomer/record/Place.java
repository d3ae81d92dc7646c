package io.github.tapkustomer.record;

import io.github.tapkustomer.record.schema.ColumnName;

/**
 * Where a column is.
 *
 * @param path its place as a warning names it, such as {@code custom.order_number_str}
 * @param name its name there
 * @param role what the tap itself needs to know of it
 * @param key the bit of a key column; 0 for any other
 */
record Place(String path, String name, Role role, long key) {

  static Place of(String path, String name) {
    return new Place(path, name, Role.NONE, 0);
  }

  Place member(String member) {
    return of(path + "." + member, member);
  }

  /** The name of the column beside it for values that do not fit. */
  String variant() {
    return ColumnName.variant(name);
  }

  /** The path of that column. */
  String variantPath() {
    return path.substring(0, path.length() - name.length()) + variant();
  }

  Place items() {
    return of(path + "[]", name);
  }
}

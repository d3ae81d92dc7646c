package io.github.tapkustomer.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.record.json.LineBuffer;
import io.github.tapkustomer.record.schema.JsonType;
import java.util.concurrent.atomic.LongAdder;

/**
 * A place in a schema, compiled: what it is called, whether it is read, what it admits. What it
 * admits only ever grows, under the lock of its {@link RecordFormat}.
 */
final class Column {
  private final String path;
  private final byte[] label;
  private final Role role;
  private final boolean selected;
  private final ObjectNode schema;
  private final Members members;
  private final Column items;
  private final LongAdder leftOut = new LongAdder();
  private volatile int admitted;
  private volatile boolean dateTime;

  /**
   * A column.
   *
   * @param path its place as a warning names it, such as {@code custom.order_number_str}
   * @param members what an object here consists of, null where that is left open
   * @param items what an array here consists of, null where that is left open
   */
  Column(
      String path,
      String name,
      Role role,
      boolean selected,
      ObjectNode schema,
      Members members,
      Column items) {
    this.path = path;
    this.label = LineBuffer.label(name);
    this.role = role;
    this.selected = selected;
    this.schema = schema;
    this.members = members;
    this.items = items;
    this.admitted = JsonType.declared(schema);
    this.dateTime = isDateTime(schema);
  }

  private static boolean isDateTime(JsonNode schema) {
    return schema.path("format").asText().equals("date-time");
  }

  String path() {
    return path;
  }

  /** Its name as lines have it. */
  byte[] label() {
    return label;
  }

  Role role() {
    return role;
  }

  boolean selected() {
    return selected;
  }

  Members members() {
    return members;
  }

  Column items() {
    return items;
  }

  /** How often a value for this column came while it was not read. */
  LongAdder leftOut() {
    return leftOut;
  }

  boolean admits(JsonType type) {
    return (admitted & type.bit()) != 0;
  }

  boolean dateTime() {
    return dateTime;
  }

  /** Lets the type in; the caller holds the format's lock. Says whether that changed anything. */
  boolean admit(JsonType type) {
    if (admits(type)) {
      return false;
    }
    type.addTo(schema);
    admitted = JsonType.declared(schema);
    return true;
  }

  /** Lets in strings that are no date-times; the caller holds the format's lock. */
  boolean dropFormat() {
    if (!dateTime) {
      return false;
    }
    schema.remove("format");
    dateTime = false;
    return true;
  }
}

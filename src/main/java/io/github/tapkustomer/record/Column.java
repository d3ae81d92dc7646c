package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.mask.Way;
import io.github.tapkustomer.record.json.LineBuffer;
import io.github.tapkustomer.record.schema.ValueType;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A place in a schema, compiled: its name, whether it is read, what it holds. Its type never
 * changes; values of other types go to its variant, a column beside it.
 */
final class Column {
  /** What happens to the values. */
  private enum Use {
    SENT,
    IN_OTHER_FIELDS,
    UNREAD
  }

  private final Place place;
  private final byte[] label;
  private final Use use;
  private final ValueType type;
  private final @Nullable Members members;
  private @Nullable Column items;
  private final @Nullable ObjectNode siblings;
  private final boolean isDateTime;
  private final boolean isNumberInArray;
  private final Role role;
  private final long key;
  private final @Nullable Way way;
  private final LongAdder leftOut = new LongAdder();
  private volatile byte @Nullable [] variant;

  /**
   * A column that is sent.
   *
   * @param members the members of an object here; null if they may be anything
   * @param items the elements of an array here; null if they may be anything
   * @param siblings the properties that the column is one of; null for the elements of an array
   */
  Column(
      Place place,
      ValueType type,
      @Nullable Members members,
      @Nullable Column items,
      @Nullable ObjectNode siblings) {
    this(place, Use.SENT, type, null, members, items, siblings);
  }

  private Column(
      Place place,
      Use use,
      ValueType type,
      @Nullable Way way,
      @Nullable Members members,
      @Nullable Column items,
      @Nullable ObjectNode siblings) {
    this.place = place;
    this.label = LineBuffer.label(place.name());
    this.use = use;
    this.type = type;
    this.members = members;
    this.items = items;
    this.siblings = siblings;
    this.isDateTime = type == ValueType.DATE_TIME;
    this.isNumberInArray = siblings == null && type == ValueType.NUMBER;
    this.role = place.role();
    this.key = place.key();
    this.way = way;
  }

  /** A column whose values are skipped. */
  static Column unread(Place place) {
    return new Column(place, Use.UNREAD, ValueType.ANY, null, null, null, none());
  }

  /**
   * A value that the schema does not name, so it may be anything.
   *
   * @param members as in the constructor
   * @param items as in the constructor
   */
  static Column undeclared(Place place, @Nullable Members members, @Nullable Column items) {
    return new Column(place, Use.SENT, ValueType.ANY, null, members, items, none());
  }

  /** Elements that the schema does not name; arrays among them have elements of the same kind. */
  static Column undeclaredItems(Place place, @Nullable Members members) {
    Column column = undeclared(place, members, null);
    column.items = column;
    return column;
  }

  /**
   * A column whose values are sent masked.
   *
   * @param type the type of the values
   * @param siblings as in the constructor
   */
  static Column masked(Place place, ValueType type, Way way, @Nullable ObjectNode siblings) {
    boolean takesText = type == ValueType.TEXT || type == ValueType.ANY;
    Way possible = takesText ? way : way.forOthersThanTexts();
    return new Column(place, Use.SENT, ValueType.MASKED, possible, null, null, siblings);
  }

  /** The same as a member of {@code other_fields}. */
  Column inOtherFields() {
    return new Column(place, Use.IN_OTHER_FIELDS, type, way, members, items, siblings);
  }

  private static ObjectNode none() {
    return JsonNodeFactory.instance.objectNode();
  }

  Place place() {
    return place;
  }

  String path() {
    return place.path();
  }

  /** Its name as it stands in lines. */
  byte[] label() {
    return label;
  }

  Role role() {
    return role;
  }

  boolean selected() {
    return use != Use.UNREAD;
  }

  boolean isInOtherFields() {
    return use == Use.IN_OTHER_FIELDS;
  }

  /** The bit of a key column; 0 for any other. */
  long key() {
    return key;
  }

  /** Whether a value that begins with this token needs no conversion. */
  boolean takes(JsonToken token) {
    return type.takes(token);
  }

  boolean isDateTime() {
    return isDateTime;
  }

  ValueType type() {
    return type;
  }

  /** How its values are masked; null if they are not. */
  @Nullable Way way() {
    return way;
  }

  @Nullable Members members() {
    return members;
  }

  @Nullable Column items() {
    return items;
  }

  @Nullable ObjectNode siblings() {
    return siblings;
  }

  /** Whether it holds the numbers of an array, all of which are written with a decimal point. */
  boolean isNumberInArray() {
    return isNumberInArray;
  }

  /** How often a value came for this column while it was not read. */
  LongAdder leftOut() {
    return leftOut;
  }

  /** The label of its variant; null while the schema has none. */
  byte @Nullable [] variant() {
    return variant;
  }

  /** Names the variant, which the current version of the schema must already have. */
  void setVariant(byte[] label) {
    variant = label;
  }
}

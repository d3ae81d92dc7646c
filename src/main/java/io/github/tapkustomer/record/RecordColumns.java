package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.record.schema.ColumnName;
import io.github.tapkustomer.record.schema.GrowingSchema;
import io.github.tapkustomer.stream.ColumnNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where the parts of a JSON:API object go: members of the object itself and of its attributes to
 * columns of the same name, {@code relationships.x.data} to {@code x}. No two sources share a
 * column. {@code id}, {@code type} and {@code links} belong to the object; an attribute {@code
 * type} goes to {@code attributes_type}. A relationship with an attribute's name goes to {@code
 * x_data}. Any other name that is taken gets a suffix made from its own source.
 */
final class RecordColumns {
  private static final String ATTRIBUTES = "attributes";
  private static final Set<String> ENVELOPE = Set.of("id", "type", "links");

  private final RecordFormat format;
  private final ColumnCompiler compiler;
  private final JsonNode builtIn;
  private final JsonNode declared;
  private final ObjectNode schema;
  private final boolean closed;
  private final Map<String, String> owners = new HashMap<>();

  final Members top = new Members(this::ofTop);
  final Members attributes = new Members(this::ofAttribute);
  final Members relationships = new Members(this::ofRelationship);

  /** Whether the attributes are also kept unchanged, in a column of that name. */
  final boolean keepAttributes;

  /**
   * Columns.
   *
   * @param builtIn the stream's own schema, which knows the names {@code x_data}
   * @param declared the catalog's schema, including what is not selected
   * @param closed whether unknown columns are left out
   */
  RecordColumns(RecordFormat format, JsonNode builtIn, JsonNode declared, boolean closed) {
    this.format = format;
    this.compiler = new ColumnCompiler(format);
    this.builtIn = builtIn.path("properties");
    this.declared = declared.path("properties");
    this.schema = format.schema().properties();
    this.closed = closed;
    this.keepAttributes = this.builtIn.has(ATTRIBUTES) && schema.has(ATTRIBUTES);
    // The tap fills these columns, whatever a record may hold under their names.
    format.definition().parentColumn().ifPresent(column -> owners.put(column, "parent"));
    format.definition().parentTimeColumn().ifPresent(column -> owners.put(column, "parent's time"));
  }

  /** The column for the unchanged attributes. */
  Column whole() {
    return top.get(ATTRIBUTES, JsonToken.START_OBJECT);
  }

  private Column ofTop(String source, JsonToken value) {
    String name = ColumnNames.of(format.faults().clean(source));
    if (ENVELOPE.contains(source)) {
      Role role = source.equals("id") ? Role.ID : Role.NONE;
      return column("object." + source, name, role, value);
    }
    return column("object." + source, atTop(name, source), Role.NONE, value);
  }

  private Column ofAttribute(String source, JsonToken value) {
    String name = ColumnNames.of(format.faults().clean(source));
    String column = ENVELOPE.contains(name) ? "attributes_" + name : atTop(name, source);
    return column(
        "attributes." + source,
        column,
        Role.ofAttribute(source, format.definition().replication()),
        value);
  }

  private Column ofRelationship(String source, JsonToken value) {
    String name = atTop(ColumnNames.of(format.faults().clean(source)), source);
    synchronized (format) {
      String owner = "relationships." + source;
      boolean taken =
          builtIn.has(name + "_data")
              || ENVELOPE.contains(name)
              || !owners.getOrDefault(name, owner).equals(owner);
      return column(owner, taken ? name + "_data" : name, Role.NONE, value);
    }
  }

  private static String atTop(String name, String source) {
    return name.equals(GrowingSchema.OTHER_FIELDS)
        ? ColumnName.withHash(name, source)
        : ColumnName.atTop(name, source);
  }

  private Column column(String owner, String wanted, Role role, JsonToken value) {
    synchronized (format) {
      boolean isFree = owners.computeIfAbsent(wanted, free -> owner).equals(owner);
      String name = isFree ? wanted : ColumnName.withHash(wanted, owner);
      Place place = new Place(name, name, role, format.keyBit(name));
      if (schema.get(name) instanceof ObjectNode) {
        return compiler.compile(place, schema, declared.path(name));
      }
      if (declared.has(name)) {
        return Column.unread(place);
      }
      if (closed) {
        Column column = Column.unread(place);
        if (!keepAttributes || !owner.startsWith("attributes.")) {
          format.faults().noteLeftOut(column);
        }
        return column;
      }
      if (format.schema().isFull(schema)) {
        format.addOtherFields(name);
        return compiler.undeclared(place).inOtherFields();
      }
      return compiler.add(place, schema, value);
    }
  }
}

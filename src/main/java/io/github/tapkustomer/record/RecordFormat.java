package io.github.tapkustomer.record;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.mask.MaskedSchema;
import io.github.tapkustomer.mask.StreamMasks;
import io.github.tapkustomer.mask.Way;
import io.github.tapkustomer.record.json.JsonFormat;
import io.github.tapkustomer.record.json.LineBuffer;
import io.github.tapkustomer.record.schema.FreeNames;
import io.github.tapkustomer.record.schema.GrowingSchema;
import io.github.tapkustomer.record.schema.InferredSchema;
import io.github.tapkustomer.record.schema.SchemaGrowth;
import io.github.tapkustomer.record.schema.SelectedSchema;
import io.github.tapkustomer.record.schema.SingleTypes;
import io.github.tapkustomer.singer.CatalogStream;
import io.github.tapkustomer.singer.Messages;
import io.github.tapkustomer.stream.StreamDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the records of one stream become RECORD lines, compiled once from schema and selection and
 * shared by all encoders. A column never changes its type; the schema only grows. It grows, and its
 * version increases, before any line can use what is new, so the writer of lines with a later
 * version sends the schema first.
 */
public final class RecordFormat {
  static final String DELETED_AT = "_sdc_deleted_at";

  private final StreamDefinition definition;
  private final CatalogStream stream;
  private final RecordOptions options;
  private final GrowingSchema schema;
  private final RecordColumns columns;
  private final RecordFaults faults;
  private final FreeNames freeNames;
  private final boolean marksDeleted;
  private final Optional<Way> otherFieldsWay;
  private volatile boolean lenient;

  /** The format of a stream in the catalog, with the run's options. */
  public RecordFormat(StreamDefinition definition, CatalogStream stream, RecordOptions options) {
    this.definition = requireNonNull(definition, "definition");
    this.stream = requireNonNull(stream, "stream");
    this.options = requireNonNull(options, "options");
    this.faults = new RecordFaults(stream.id(), keyProperties());
    this.freeNames = new FreeNames(faults.replaced());
    ObjectNode builtIn = definition.schema();
    ObjectNode selected = SelectedSchema.of(stream.schema(), stream.selection(), keyProperties());
    ObjectNode properties = SelectedSchema.properties(selected);
    for (String key : keyProperties()) {
      if (!properties.has(key) && builtIn.path("properties").has(key)) {
        properties.set(key, builtIn.path("properties").get(key));
      }
    }
    boolean marks = options.includeDeleted() && builtIn.path("properties").has(DELETED_AT);
    if (!marks) {
      properties.remove(DELETED_AT);
    } else if (!stream.schema().path("properties").has(DELETED_AT)) {
      properties.set(DELETED_AT, builtIn.path("properties").get(DELETED_AT));
    }
    this.marksDeleted = properties.has(DELETED_AT);
    SingleTypes.settle(selected, keyProperties());
    this.schema =
        new GrowingSchema(
            stream.id(),
            selected,
            new SchemaGrowth(options.remembered(), stream.schema(), options.closed()));
    MaskedSchema.apply(options.masks(), selected);
    this.columns = new RecordColumns(this, builtIn, stream.schema(), options.closed());
    this.otherFieldsWay = options.masks().way(GrowingSchema.OTHER_FIELDS);
  }

  /** Whether pages are read by {@link JsonFormat#lenient}, since one of them was not valid JSON. */
  boolean isLenient() {
    return lenient;
  }

  void becomeLenient() {
    lenient = true;
  }

  StreamDefinition definition() {
    return definition;
  }

  /**
   * What the organization lacks if a request of the stream is refused with this status; empty if
   * that is a failure, as it is when somebody asked for the stream by name.
   */
  public Optional<String> absence(int status) {
    return stream.selection().byName() ? Optional.empty() : definition.absence(status);
  }

  /** The name of the stream's bookmark in the state, if it has one. */
  public Optional<String> bookmarkKey() {
    return definition.replication().bookmark();
  }

  /** Whether the stream is replicated by its records' own time. */
  public boolean hasOwnTime() {
    return definition.replication().key().isPresent();
  }

  /** The column that names a record's parent, if the schema that is sent has it. */
  Optional<String> parentColumn() {
    return definition.parentColumn().filter(schema.properties()::has);
  }

  /** The column for the time of a record's parent, if the schema that is sent has it. */
  Optional<String> parentTimeColumn() {
    return definition.parentTimeColumn().filter(schema.properties()::has);
  }

  /** Whether deleted objects are skipped. */
  boolean leavesOutDeleted() {
    return !options.includeDeleted();
  }

  public CatalogStream stream() {
    return stream;
  }

  /** Increases as the schema grows; a line encoded before this is read needs no later schema. */
  public int version() {
    return schema.version();
  }

  /** The SCHEMA line for the current schema. */
  public synchronized byte[] schemaLine() {
    return Messages.schema(
        stream.name(),
        schema.schema(),
        keyProperties(),
        definition.replicationKey().filter(schema.properties()::has).stream().toList());
  }

  List<String> keyProperties() {
    return stream.keyProperties().orElse(definition.keyProperties());
  }

  /** Fields that the schema lacked, and the types they were given, by path. */
  public Map<String, String> added() {
    return schema.added();
  }

  /** Columns with values that did not fit, and what the first such value was, by path. */
  public Map<String, String> variants() {
    return schema.variants();
  }

  /** What this and earlier runs added to the schema, for the state to remember. */
  public synchronized ObjectNode addedColumns() {
    return schema.addedColumns();
  }

  /** Logs the fields that have come up since the last call: one line for each kind. */
  void tellNewFields() {
    faults.tellLeftOut();
    schema.tellAdded();
  }

  /** What was wrong with the records. */
  public RecordFaults faults() {
    return faults;
  }

  /** The {@code version} of each RECORD, if the stream may end with ACTIVATE_VERSION. */
  public OptionalLong tableVersion() {
    return options.tableVersion();
  }

  /** What must be masked. */
  StreamMasks masks() {
    return options.masks();
  }

  /** How the column for everything without a column of its own is masked. */
  Optional<Way> otherFieldsWay() {
    return otherFieldsWay;
  }

  FreeNames freeNames() {
    return freeNames;
  }

  /** Whether the schema that is sent has a mark for deleted objects. */
  boolean marksDeleted() {
    return marksDeleted;
  }

  RecordColumns columns() {
    return columns;
  }

  /** The bit of a key column; 0 if the column is no key. */
  long keyBit(String column) {
    int index = keyProperties().indexOf(column);
    return index < 0 ? 0 : 1L << index;
  }

  /** The schema as it is sent; whoever reads or changes it holds this format's lock. */
  GrowingSchema schema() {
    return schema;
  }

  /**
   * The label for values that do not fit a column. Declares the variant, unless the table is full;
   * then the column still has none.
   */
  byte[] variant(Column column, String what) {
    byte[] known = column.variant();
    if (known != null && schema.hasNoted(column.path())) {
      return known;
    }
    String name = column.place().variant();
    schema.noteVariant(column.path(), column.type(), name, what);
    if (column.variant() == null) {
      declareVariant(column, name);
    }
    return column.variant() == null ? LineBuffer.label(name) : column.variant();
  }

  // It matters which object the properties are, not what they hold.
  @SuppressWarnings("ReferenceEquality")
  private synchronized void declareVariant(Column column, String name) {
    ObjectNode siblings = requireNonNull(column.siblings());
    if (siblings == schema.properties() && schema.isFull(siblings)) {
      addOtherFields(name);
    } else if (column.variant() == null) {
      schema.addVariant(siblings, name);
      column.setVariant(LineBuffer.label(name));
    }
  }

  /** Declares the column for what is beyond the most columns; the caller holds the lock. */
  void addOtherFields(String first) {
    schema.addOtherFields(
        first,
        MaskedSchema.of(options.masks(), GrowingSchema.OTHER_FIELDS, InferredSchema.object()));
  }
}

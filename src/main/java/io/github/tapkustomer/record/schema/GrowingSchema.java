package io.github.tapkustomer.record.schema;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schema of a stream as it is sent. It only grows, at the end of its properties: by fields that
 * it lacks, and by variants, the columns for values that do not fit. Each change increases the
 * version. Whoever changes or reads the schema holds one lock, the same for all.
 */
public final class GrowingSchema {
  /** Holds the fields that come once a record has as many columns as a table can have. */
  public static final String OTHER_FIELDS = "other_fields";

  /** PostgreSQL has room for 1,600; targets add some of their own. */
  public static final int MOST_COLUMNS = 1_500;

  private static final Logger LOG = LoggerFactory.getLogger(GrowingSchema.class);

  private final String stream;
  private final ObjectNode schema;
  private final JsonNode declared;
  private final ObjectNode remembered;
  private final AtomicInteger version = new AtomicInteger();
  private final NewFields newFields = new NewFields();
  private final Map<String, String> added = new ConcurrentHashMap<>();
  private final Map<String, String> variants = new ConcurrentHashMap<>();

  /**
   * A schema at the start of a run.
   *
   * @param stream its name in warnings
   * @param schema the selected part of the catalog's, with one type for each property
   */
  public GrowingSchema(String stream, ObjectNode schema, SchemaGrowth remembered) {
    this.stream = requireNonNull(stream, "stream");
    this.schema = requireNonNull(schema, "schema");
    this.declared = schema.deepCopy();
    this.remembered = remembered.added();
    remembered.apply(schema);
  }

  public ObjectNode schema() {
    return schema;
  }

  public ObjectNode properties() {
    return SelectedSchema.properties(schema);
  }

  /** Increases as the schema grows. */
  public int version() {
    return version.get();
  }

  /** Fields that the schema lacked, and the types they were given, by path. */
  public Map<String, String> added() {
    return Map.copyOf(added);
  }

  /** Columns with values that did not fit, and what the first such value was, by path. */
  public Map<String, String> variants() {
    return Map.copyOf(variants);
  }

  /** What this and earlier runs added, for the state to remember. */
  public ObjectNode addedColumns() {
    return SchemaGrowth.between(declared, schema, remembered);
  }

  /** Whether no more properties are declared under their own names. */
  public boolean isFull(ObjectNode properties) {
    return properties.size() >= MOST_COLUMNS - 1;
  }

  /** Declares a field that the schema lacks. */
  public void add(String path, ObjectNode properties, String name, ObjectNode column) {
    grow(properties, name, column);
    ValueType type = ValueType.of(column);
    added.put(path, type.toString());
    newFields.add(path + " (" + type + ")");
  }

  /** Logs the fields that were added since the last call. */
  public void tellAdded() {
    newFields.tell(fields -> LOG.warn("{}: added, not in the schema: {}", stream, fields));
  }

  /** Declares the column for values that do not fit another. */
  public void addVariant(ObjectNode properties, String name) {
    grow(properties, name, InferredSchema.text());
  }

  /** Whether a misfit of the column at this path was already reported in this run. */
  public boolean hasNoted(String path) {
    return variants.containsKey(path);
  }

  /** Reports once for each column that it has a variant. */
  public void noteVariant(String path, ValueType type, String variant, String what) {
    if (variants.putIfAbsent(path, what) == null) {
      LOG.warn(
          "{}: {} holds {}, which does not fit its type {}; such values go to {}",
          stream,
          path,
          what,
          type,
          variant);
    }
  }

  /**
   * Declares the column for what is beyond the most columns.
   *
   * @param first the first column that has no room
   * @param column the schema of the column
   */
  public void addOtherFields(String first, ObjectNode column) {
    if (!properties().has(OTHER_FIELDS)) {
      grow(properties(), OTHER_FIELDS, column);
      LOG.warn(
          "{}: a table has room for {} columns; {} and all other new fields go to {}",
          stream,
          MOST_COLUMNS,
          first,
          OTHER_FIELDS);
    }
  }

  /** The version increases here, before the caller makes known what may be sent from now on. */
  private void grow(ObjectNode properties, String name, ObjectNode column) {
    properties.set(name, column);
    version.incrementAndGet();
  }
}

package io.github.tapkustomer.record;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.record.json.JsonFormat;
import io.github.tapkustomer.record.schema.JsonType;
import io.github.tapkustomer.record.schema.SelectedSchema;
import io.github.tapkustomer.singer.CatalogStream;
import io.github.tapkustomer.singer.Messages;
import io.github.tapkustomer.stream.StreamDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the records of one stream become RECORD lines, compiled once from schema and selection and
 * shared by all who encode. The schema gives way to the data: a value that it does not admit, or a
 * field that it does not have, widens it and counts its version up, so that whoever writes lines of
 * a later version sends the schema again first.
 */
public final class RecordFormat {
  static final String DELETED_AT = "_sdc_deleted_at";

  private static final Logger LOG = LoggerFactory.getLogger(RecordFormat.class);

  private final StreamDefinition definition;
  private final CatalogStream stream;
  private final ObjectNode schema;
  private final RecordColumns columns;
  private final FreeNames freeNames = new FreeNames();
  private final Map<String, Column> leftOut = new ConcurrentHashMap<>();
  private final Map<String, String> widened = new TreeMap<>();
  private final boolean marksDeleted;
  private final boolean includeDeleted;
  private final AtomicInteger version = new AtomicInteger();
  private volatile boolean lenient;

  /**
   * The format of a stream as the catalog has it.
   *
   * @param closed whether fields that the schema does not have at its top are left out, as where
   *     the user gave a catalog; else they are added
   * @param includeDeleted whether deleted objects come too, marked with {@code _sdc_deleted_at}
   */
  public RecordFormat(
      StreamDefinition definition, CatalogStream stream, boolean closed, boolean includeDeleted) {
    this.definition = requireNonNull(definition, "definition");
    this.stream = requireNonNull(stream, "stream");
    ObjectNode builtIn = definition.schema();
    this.includeDeleted = includeDeleted;
    this.schema = SelectedSchema.of(stream.schema(), stream.selection(), keyProperties());
    ObjectNode properties = SelectedSchema.properties(schema);
    for (String key : keyProperties()) {
      if (!properties.has(key) && builtIn.path("properties").has(key)) {
        properties.set(key, builtIn.path("properties").get(key));
      }
    }
    boolean marks = includeDeleted && builtIn.path("properties").has(DELETED_AT);
    if (!marks) {
      properties.remove(DELETED_AT);
    } else if (!stream.schema().path("properties").has(DELETED_AT)) {
      properties.set(DELETED_AT, builtIn.path("properties").get(DELETED_AT));
    }
    this.marksDeleted = properties.has(DELETED_AT);
    this.columns = new RecordColumns(this, builtIn, stream.schema(), schema, closed);
  }

  /** Whether pages are read by {@link JsonFormat#lenient}, one of them having been no JSON. */
  boolean isLenient() {
    return lenient;
  }

  void becomeLenient() {
    lenient = true;
  }

  StreamDefinition definition() {
    return definition;
  }

  /** The name of the stream's bookmark in the state, where it has one. */
  public Optional<String> bookmarkKey() {
    return definition.replication().bookmark();
  }

  /** Whether the stream is replicated by its records' own time. */
  public boolean hasOwnTime() {
    return definition.replication().key().isPresent();
  }

  /** The column that names a record's parent, where the schema that is sent has it. */
  Optional<String> parentColumn() {
    return definition.parentColumn().filter(SelectedSchema.properties(schema)::has);
  }

  /** The column that tells the time of a record's parent, where the schema that is sent has it. */
  Optional<String> parentTimeColumn() {
    return definition.parentTimeColumn().filter(SelectedSchema.properties(schema)::has);
  }

  /** Whether deleted objects are passed over. */
  boolean leavesOutDeleted() {
    return !includeDeleted;
  }

  public CatalogStream stream() {
    return stream;
  }

  /** Counts up with each widening; a line encoded before reading it needs no later schema. */
  public int version() {
    return version.get();
  }

  /** The SCHEMA line as the schema is now. */
  public synchronized byte[] schemaLine() {
    return Messages.schema(
        stream.name(),
        schema,
        keyProperties(),
        definition.replicationKey().filter(SelectedSchema.properties(schema)::has).stream()
            .toList());
  }

  private List<String> keyProperties() {
    return stream.keyProperties().orElse(StreamDefinition.KEY_PROPERTIES);
  }

  /** What was widened and to what, by the field's path. */
  public synchronized Map<String, String> widened() {
    return new TreeMap<>(widened);
  }

  /** How many values were left out, by the name of the field that no schema has. */
  public Map<String, Long> leftOut() {
    Map<String, Long> counts = new TreeMap<>();
    leftOut.forEach((path, column) -> counts.put(path, column.leftOut().sum()));
    return counts;
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

  synchronized void admit(Column column, JsonType type) {
    if (column.admit(type)) {
      noteWidened(column.path(), "a value of type " + type);
    }
  }

  synchronized void dropFormat(Column column) {
    if (column.dropFormat()) {
      noteWidened(column.path(), "text that is no date-time");
    }
  }

  /** The caller holds the lock and has put the new column's schema in its place. */
  void noteAdded(Column column, String type) {
    version.incrementAndGet();
    widened.put(column.path(), type);
    LOG.warn("{}: {} is not in the schema; added as {}", stream.id(), column.path(), type);
  }

  private void noteWidened(String path, String what) {
    version.incrementAndGet();
    String before = widened.put(path, what);
    if (before == null) {
      LOG.warn(
          "{}: {} holds {}, which its schema does not admit; widened", stream.id(), path, what);
    }
  }

  void noteLeftOut(Column column) {
    if (leftOut.putIfAbsent(column.path(), column) == null) {
      LOG.warn("{}: {} is not in the catalog; left out", stream.id(), column.path());
    }
  }
}

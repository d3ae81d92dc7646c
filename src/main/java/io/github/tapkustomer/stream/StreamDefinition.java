package io.github.tapkustomer.stream;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A stream: where its records come from, how they are replicated, and what the key needs for them.
 *
 * @param name the stream's name, {@code [a-z_]+}
 * @param schemaName its schema is the resource {@code schema/<schemaName>.json} beside this class
 * @param roles any one of these opens the endpoint; empty where no documentation names one
 * @param parent the stream that it belongs to; such streams are not selected by default
 * @param parentColumn the column that holds the parent's id, which the records themselves may lack
 * @param resource the metadata resource whose custom attributes its records carry, such as {@code
 *     customer}; absent where they carry none
 * @param klass the klass whose objects it holds, where it holds those of one
 */
public record StreamDefinition(
    String name,
    String schemaName,
    Endpoint endpoint,
    Replication replication,
    List<String> roles,
    Optional<String> parent,
    Optional<String> parentColumn,
    Optional<String> resource,
    Optional<String> klass) {
  /** The key of every object of the API. */
  public static final List<String> KEY_PROPERTIES = List.of("id");

  public StreamDefinition {
    requireNonNull(schemaName, "schemaName");
    requireNonNull(endpoint, "endpoint");
    requireNonNull(replication, "replication");
    roles = List.copyOf(roles);
    requireNonNull(parent, "parent");
    requireNonNull(parentColumn, "parentColumn");
    requireNonNull(resource, "resource");
    requireNonNull(klass, "klass");
    if (!isName(name)) {
      throw new IllegalArgumentException("name: must match [a-z_]+, was " + name);
    }
  }

  /** Whether a stream may be called so: by a name that every target takes as a table's. */
  public static boolean isName(String name) {
    return name.matches("[a-z_]+");
  }

  StreamDefinition(String name, Endpoint endpoint, Replication replication, List<String> roles) {
    this(
        name,
        name,
        endpoint,
        replication,
        roles,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with each record naming what it belongs to in this column. */
  StreamDefinition inColumn(String column) {
    return new StreamDefinition(
        name,
        schemaName,
        endpoint,
        replication,
        roles,
        parent,
        Optional.of(column),
        resource,
        klass);
  }

  /** The same as a stream of another's children. */
  StreamDefinition childOf(String stream) {
    return new StreamDefinition(
        name,
        schemaName,
        endpoint,
        replication,
        roles,
        Optional.of(stream),
        parentColumn,
        resource,
        klass);
  }

  /** The same with the custom attributes of this resource. */
  StreamDefinition withCustom(String ofResource) {
    return new StreamDefinition(
        name,
        schemaName,
        endpoint,
        replication,
        roles,
        parent,
        parentColumn,
        Optional.of(ofResource),
        klass);
  }

  /**
   * The column that the stream is replicated by, which for children is the time of their parent;
   * absent where all of it is read each time.
   */
  public Optional<String> replicationKey() {
    return parentTimeColumn().or(replication::key);
  }

  /** The column that holds when the parent was updated, where the stream follows its parent. */
  public Optional<String> parentTimeColumn() {
    return replication == Replication.PARENT
        ? parentColumn.map(column -> column.replaceFirst("_id$", "_updated_at"))
        : Optional.empty();
  }

  /**
   * Whether a record that is missing in the API's list has been deleted. Not so in several lists,
   * between which records move while they are read, and of what only goes on for a while.
   */
  public boolean listsWhatExists() {
    return endpoint instanceof Endpoint.Pages pages
        && pages.isOneList()
        && replication.openUntil().isEmpty();
  }

  /** Whether it is read where nobody says what to read. */
  public boolean selectedByDefault() {
    return parent.isEmpty() && klass.isEmpty();
  }

  /** A new copy of the stream's JSON Schema. */
  public ObjectNode schema() {
    return StreamSchemas.load(schemaName);
  }
}

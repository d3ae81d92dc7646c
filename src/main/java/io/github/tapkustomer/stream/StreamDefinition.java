package io.github.tapkustomer.stream;

import static java.net.HttpURLConnection.HTTP_FORBIDDEN;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A stream: where its records come from, how they are replicated, and what the key needs for them.
 *
 * @param name the stream's name, {@code [a-z_]+}
 * @param schemaName its schema is the resource {@code schema/<schemaName>.json} beside this class
 * @param roles any one of these gives access; empty if no documentation names one
 * @param keyProperties the columns that identify a record
 * @param isDefault whether it is read if nobody says what to read
 * @param feature the part of Kustomer that it belongs to, if not every plan includes that
 * @param parent the stream that it belongs to; such streams are not selected by default
 * @param parentColumn the column for the parent's id, which the records themselves may lack
 * @param resource the metadata resource whose custom attributes its records have, such as {@code
 *     customer}; empty if they have none
 * @param klass the klass whose objects it holds, if it holds those of a single one
 */
public record StreamDefinition(
    String name,
    String schemaName,
    Endpoint endpoint,
    Replication replication,
    List<String> roles,
    List<String> keyProperties,
    boolean isDefault,
    Optional<String> feature,
    Optional<String> parent,
    Optional<String> parentColumn,
    Optional<String> resource,
    Optional<String> klass) {
  public StreamDefinition {
    requireNonNull(schemaName, "schemaName");
    requireNonNull(endpoint, "endpoint");
    requireNonNull(replication, "replication");
    roles = List.copyOf(roles);
    keyProperties = List.copyOf(keyProperties);
    requireNonNull(feature, "feature");
    requireNonNull(parent, "parent");
    requireNonNull(parentColumn, "parentColumn");
    requireNonNull(resource, "resource");
    requireNonNull(klass, "klass");
    if (!isName(name)) {
      throw new IllegalArgumentException("name: must match [a-z_]+, was " + name);
    }
    if (keyProperties.isEmpty()) {
      throw new IllegalArgumentException("keyProperties: must not be empty");
    }
  }

  /** Whether this can be the name of a stream: every target accepts it as the name of a table. */
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
        List.of("id"),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with records that have no id and are identified by these columns. */
  StreamDefinition keyedBy(String... columns) {
    return with(draft -> draft.keyProperties = List.of(columns));
  }

  /** The same, read only if somebody asks for it. */
  StreamDefinition onRequest() {
    return with(draft -> draft.isDefault = false);
  }

  /** The same as a part of Kustomer that not every plan includes. */
  StreamDefinition ofFeature(String name) {
    return with(draft -> draft.feature = Optional.of(name));
  }

  /** The same with this column for what each record belongs to. */
  StreamDefinition inColumn(String column) {
    return with(draft -> draft.parentColumn = Optional.of(column));
  }

  /** The same as a stream of another's children. */
  StreamDefinition childOf(String stream) {
    return with(draft -> draft.parent = Optional.of(stream));
  }

  /** The same with the custom attributes of this resource. */
  StreamDefinition withCustom(String ofResource) {
    return with(draft -> draft.resource = Optional.of(ofResource));
  }

  /** The same as the stream of one klass's objects, under this name. */
  StreamDefinition ofKlass(String streamName, String ofKlass, Endpoint objects, String ofResource) {
    return with(
        draft -> {
          draft.name = streamName;
          draft.endpoint = objects;
          draft.resource = Optional.of(ofResource);
          draft.klass = Optional.of(ofKlass);
        });
  }

  /**
   * The column that the stream is replicated by, which for children is the time of their parent;
   * empty if it is a full table.
   */
  public Optional<String> replicationKey() {
    return parentTimeColumn().or(replication::key);
  }

  /** The column for the time when the parent was updated, if the stream follows its parent. */
  public Optional<String> parentTimeColumn() {
    return replication == Replication.PARENT
        ? parentColumn.map(column -> column.replaceFirst("_id$", "_updated_at"))
        : Optional.empty();
  }

  /**
   * Whether a record that is missing from the API's list was deleted. Not so if there are several
   * lists, between which records move while they are read, nor if records are only listed for a
   * while.
   */
  public boolean listsWhatExists() {
    return endpoint instanceof Endpoint.Pages pages
        && pages.isOneList()
        && replication.openUntil().isEmpty();
  }

  /** Whether it is read if nobody says what to read. */
  public boolean selectedByDefault() {
    return isDefault && parent.isEmpty() && klass.isEmpty();
  }

  /** What the organization lacks, if a refusal with this status can mean that. */
  public Optional<String> absence(int status) {
    boolean isAbsent = status == HTTP_NOT_FOUND || status == HTTP_FORBIDDEN && feature.isPresent();
    return isAbsent
        ? Optional.of(
            "not there in this organization"
                + feature.map(", whose plan may not include "::concat).orElse(""))
        : Optional.empty();
  }

  /** A new copy of the stream's JSON Schema. */
  public ObjectNode schema() {
    return StreamSchemas.load(schemaName);
  }

  private StreamDefinition with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }

  /** The same values, while some of them are changed. */
  private static final class Draft {
    private final StreamDefinition from;
    private String name;
    private Endpoint endpoint;
    private List<String> keyProperties;
    private boolean isDefault;
    private Optional<String> feature;
    private Optional<String> parent;
    private Optional<String> parentColumn;
    private Optional<String> resource;
    private Optional<String> klass;

    Draft(StreamDefinition from) {
      this.from = from;
      name = from.name;
      endpoint = from.endpoint;
      keyProperties = from.keyProperties;
      isDefault = from.isDefault;
      feature = from.feature;
      parent = from.parent;
      parentColumn = from.parentColumn;
      resource = from.resource;
      klass = from.klass;
    }

    StreamDefinition finished() {
      return new StreamDefinition(
          name,
          from.schemaName,
          endpoint,
          from.replication,
          from.roles,
          keyProperties,
          isDefault,
          feature,
          parent,
          parentColumn,
          resource,
          klass);
    }
  }
}

package io.github.tapkustomer.singer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One stream of a catalog.
 *
 * @param id its {@code tap_stream_id}, by which the tap knows it
 * @param name its {@code stream}, as messages name it
 * @param keyProperties the columns that identify its records; empty if the catalog does not say
 * @param schema its JSON Schema, simplified by {@link PlainSchema}
 * @param dropped the keywords of the catalog's schema that were dropped in that
 * @param selection which parts of it are to be read
 * @param replication how the user wants it replicated
 */
public record CatalogStream(
    String id,
    String name,
    Optional<List<String>> keyProperties,
    ObjectNode schema,
    Set<String> dropped,
    Selection selection,
    ReplicationWish replication) {
  public CatalogStream {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    keyProperties = keyProperties.map(List::copyOf);
    requireNonNull(schema, "schema");
    dropped = Set.copyOf(dropped);
    requireNonNull(selection, "selection");
    requireNonNull(replication, "replication");
  }
}

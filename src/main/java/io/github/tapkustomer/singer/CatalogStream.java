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
 * @param keyProperties the columns that tell its records apart; absent where the catalog has no
 *     word of them
 * @param schema its JSON Schema, as plain as {@link PlainSchema} makes that of the catalog
 * @param dropped the keywords that the catalog's schema has beyond that
 * @param selection what of it is to be read
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

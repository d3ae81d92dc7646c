package io.github.tapkustomer.singer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One stream of a catalog.
 *
 * @param id its {@code tap_stream_id}, by which the tap knows it
 * @param name its {@code stream}, as messages name it
 * @param schema its JSON Schema, as the catalog declares it
 * @param selection what of it is to be read
 */
public record CatalogStream(
    String id, String name, List<String> keyProperties, ObjectNode schema, Selection selection) {
  public CatalogStream {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    keyProperties = List.copyOf(keyProperties);
    requireNonNull(schema, "schema");
    requireNonNull(selection, "selection");
  }
}

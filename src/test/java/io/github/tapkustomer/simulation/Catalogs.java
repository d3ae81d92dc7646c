package io.github.tapkustomer.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.plan.SelectedStream;
import io.github.tapkustomer.simulation.world.Values;
import io.github.tapkustomer.singer.CatalogReader;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;

/** Catalogs with the few columns that the laws look at. */
final class Catalogs {
  private static final String TIME = "string";

  private Catalogs() {}

  static SelectedStream select(String stream) {
    return select(Streams.find(stream).orElseThrow());
  }

  static SelectedStream select(StreamDefinition definition) {
    ObjectNode catalog = JsonNodeFactory.instance.objectNode();
    ObjectNode entry = catalog.putArray("streams").addObject();
    entry.put("tap_stream_id", definition.name()).put("stream", definition.name());
    ObjectNode schema = entry.putObject("schema").put("selected", true).put("type", "object");
    ObjectNode columns = schema.putObject("properties");
    columns.putObject("id").put("type", "string");
    definition.keyProperties().forEach(key -> columns.putObject(key).put("type", "string"));
    columns.putObject("updated_at").put("type", TIME);
    columns.putObject(Values.COLUMN).putArray("type").add("null").add("integer");
    definition.replicationKey().ifPresent(key -> columns.putObject(key).put("type", TIME));
    return new SelectedStream(
        definition, CatalogReader.read(catalog, "the catalog").selected().get(0));
  }
}

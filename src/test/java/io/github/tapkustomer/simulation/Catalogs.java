package io.github.tapkustomer.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.discovery.Discovery;
import io.github.tapkustomer.discovery.Purpose;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.plan.SelectedStream;
import io.github.tapkustomer.simulation.world.Values;
import io.github.tapkustomer.singer.CatalogReader;
import io.github.tapkustomer.singer.Selection;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.util.Map;
import java.util.TreeMap;

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

  /** The streams of single klasses that discovery finds, by their klasses. */
  static Map<String, SelectedStream> ofKlasses(KustomerClient client) {
    Map<String, SelectedStream> streams = new TreeMap<>();
    for (JsonNode entry :
        new Discovery(client, 1, Masks.NONE).catalog(Purpose.RUN).path("streams")) {
      String name = entry.path("tap_stream_id").asText();
      String klass = klass(entry);
      if (!klass.isEmpty()) {
        streams.put(klass, select(Streams.ofKlass(name, klass)));
      }
    }
    return streams;
  }

  private static String klass(JsonNode entry) {
    for (JsonNode metadata : entry.path("metadata")) {
      String klass = metadata.path("metadata").path(Selection.KLASS).asText();
      if (!klass.isEmpty()) {
        return klass;
      }
    }
    return "";
  }
}

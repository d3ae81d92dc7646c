package io.github.tapkustomer.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.stream.StreamDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The catalog that {@code --discover} prints: for each stream its schema, and metadata for the
 * stream and each of its fields, nested ones too.
 */
public final class CatalogBuilder {
  private final ObjectNode catalog = JsonNodeFactory.instance.objectNode();
  private final ArrayNode streams = catalog.putArray("streams");

  public CatalogBuilder add(StreamDefinition stream) {
    ObjectNode entry = streams.addObject();
    entry.put("tap_stream_id", stream.name());
    entry.put("stream", stream.name());
    StreamDefinition.KEY_PROPERTIES.forEach(entry.putArray("key_properties")::add);
    ObjectNode schema = stream.schema();
    entry.set("schema", schema);
    ArrayNode metadata = entry.putArray("metadata");
    addStream(metadata);
    addFields(metadata, schema, List.of());
    return this;
  }

  public ObjectNode build() {
    return catalog;
  }

  private static void addStream(ArrayNode metadata) {
    ObjectNode root = entry(metadata, List.of());
    StreamDefinition.KEY_PROPERTIES.forEach(root.putArray("table-key-properties")::add);
    root.put("forced-replication-method", "INCREMENTAL");
    root.putArray("valid-replication-keys").add(StreamDefinition.REPLICATION_KEY);
    root.put("inclusion", "available");
    root.put("selected-by-default", true);
  }

  private static void addFields(ArrayNode metadata, JsonNode schema, List<String> breadcrumb) {
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      List<String> below = below(breadcrumb, "properties", field.getKey());
      boolean key =
          breadcrumb.isEmpty()
              && (StreamDefinition.KEY_PROPERTIES.contains(field.getKey())
                  || StreamDefinition.REPLICATION_KEY.equals(field.getKey()));
      entry(metadata, below).put("inclusion", key ? "automatic" : "available");
      addFields(metadata, field.getValue(), below);
      addFields(metadata, field.getValue().path("items"), below(below, "items"));
    }
  }

  private static ObjectNode entry(ArrayNode metadata, List<String> breadcrumb) {
    ObjectNode entry = metadata.addObject();
    breadcrumb.forEach(entry.putArray("breadcrumb")::add);
    return entry.putObject("metadata");
  }

  private static List<String> below(List<String> breadcrumb, String... parts) {
    List<String> path = new ArrayList<>(breadcrumb);
    path.addAll(List.of(parts));
    return path;
  }
}

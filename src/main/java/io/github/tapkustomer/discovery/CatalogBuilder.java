package io.github.tapkustomer.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.mask.MaskedSchema;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.singer.Selection;
import io.github.tapkustomer.stream.Replication;
import io.github.tapkustomer.stream.StreamDefinition;
import java.util.List;
import java.util.Map;

/**
 * The catalog that {@code --discover} prints: the schema of each stream, and metadata for the
 * stream and each of its fields, including nested ones.
 */
final class CatalogBuilder {
  private final ObjectNode catalog = JsonNodeFactory.instance.objectNode();
  private final ArrayNode streams = catalog.putArray("streams");

  private final Masks masks;

  CatalogBuilder(Masks masks) {
    this.masks = masks;
  }

  CatalogBuilder add(StreamDefinition stream, List<CustomAttribute> attributes) {
    CustomColumns custom = new CustomColumns(stream.name(), attributes);
    ObjectNode entry = streams.addObject();
    entry.put("tap_stream_id", stream.name());
    entry.put("stream", stream.name());
    stream.keyProperties().forEach(entry.putArray("key_properties")::add);
    ObjectNode schema = stream.schema();
    custom.addTo(schema);
    MaskedSchema.apply(masks.of(stream.name()), schema);
    entry.set("schema", schema);
    ArrayNode metadata = entry.putArray("metadata");
    addStream(metadata, stream);
    addFields(metadata, stream, custom, schema, List.of());
    return this;
  }

  ObjectNode build() {
    return catalog;
  }

  private static void addStream(ArrayNode metadata, StreamDefinition stream) {
    ObjectNode root = entry(metadata, List.of());
    stream.keyProperties().forEach(root.putArray("table-key-properties")::add);
    boolean full = stream.replication() == Replication.FULL_TABLE;
    root.put("forced-replication-method", full ? "FULL_TABLE" : "INCREMENTAL");
    stream.replicationKey().ifPresent(key -> root.putArray("valid-replication-keys").add(key));
    root.put("inclusion", "available");
    root.put("selected-by-default", stream.selectedByDefault());
    stream.parent().ifPresent(parent -> root.put("parent-tap-stream-id", parent));
    stream.klass().ifPresent(klass -> root.put(Selection.KLASS, klass));
  }

  private static void addFields(
      ArrayNode metadata,
      StreamDefinition stream,
      CustomColumns custom,
      JsonNode schema,
      List<String> breadcrumb) {
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      String name = field.getKey();
      List<String> below = Selection.below(breadcrumb, "properties", name);
      boolean automatic = breadcrumb.isEmpty() && isKey(stream, name);
      ObjectNode entry = entry(metadata, below);
      entry.put("inclusion", automatic ? "automatic" : "available");
      if (breadcrumb.equals(List.of("properties", "custom"))) {
        custom.annotate(name, entry);
      }
      addFields(metadata, stream, custom, field.getValue(), below);
      addFields(
          metadata,
          stream,
          custom,
          field.getValue().path("items"),
          Selection.below(below, "items"));
    }
  }

  private static boolean isKey(StreamDefinition stream, String column) {
    return stream.keyProperties().contains(column)
        || stream.replicationKey().filter(column::equals).isPresent()
        || stream.parentColumn().filter(column::equals).isPresent();
  }

  private static ObjectNode entry(ArrayNode metadata, List<String> breadcrumb) {
    ObjectNode entry = metadata.addObject();
    breadcrumb.forEach(entry.putArray("breadcrumb")::add);
    return entry.putObject("metadata");
  }
}

package io.github.tapkustomer.singer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.JsonFile;
import io.github.tapkustomer.TapException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a catalog file: this tap's own, Stitch's, a Meltano SDK tap's, or an old properties file.
 */
public final class CatalogReader {
  private static final int LONGEST = 64 * 1024 * 1024;

  private final ObjectNode root;
  private final String source;

  private CatalogReader(ObjectNode root, String source) {
    this.root = root;
    this.source = source;
  }

  /**
   * Reads the file unchanged.
   *
   * @throws io.github.tapkustomer.TapException of kind BAD_INPUT, naming the file
   */
  public static ObjectNode json(Path path) {
    return JsonFile.read("catalog", path, LONGEST);
  }

  /**
   * Reads what a file or discovery gave.
   *
   * @param source what it is to the user; messages begin with it
   * @throws io.github.tapkustomer.TapException of kind BAD_INPUT, naming the stream
   */
  public static Catalog read(ObjectNode root, String source) {
    return new CatalogReader(root, source).read();
  }

  private Catalog read() {
    JsonNode entries = root.path("streams");
    if (!entries.isArray()) {
      throw bad("has no array \"streams\"; make one with --discover");
    }
    List<CatalogStream> streams = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode entry : entries) {
      CatalogStream stream = stream(entry, streams.size());
      if (!ids.add(stream.id())) {
        throw bad("names the stream " + stream.id() + " twice; keep one of them");
      }
      streams.add(stream);
    }
    return new Catalog(streams);
  }

  private CatalogStream stream(JsonNode entry, int index) {
    String id = text(entry, "tap_stream_id", text(entry, "stream", ""));
    if (id.isEmpty()) {
      throw bad("streams[" + index + "] has neither \"tap_stream_id\" nor \"stream\"");
    }
    Map<List<String>, ObjectNode> metadata = metadata(entry, id);
    PlainSchema plain = new PlainSchema(schema(entry, metadata, id));
    JsonNode ofStream =
        Objects.requireNonNullElse(metadata.get(List.of()), MissingNode.getInstance());
    return new CatalogStream(
        id,
        text(entry, "stream", id),
        keys(entry, "key_properties", id).or(() -> keys(ofStream, "table-key-properties", id)),
        plain.schema(),
        plain.dropped(),
        Selection.of(metadata, plain.schema()),
        ReplicationWish.of(entry, ofStream));
  }

  /** An entry that is not selected needs no schema. */
  private ObjectNode schema(JsonNode entry, Map<List<String>, ObjectNode> metadata, String id) {
    if (entry.path("schema") instanceof ObjectNode given) {
      return given;
    }
    ObjectNode none = JsonNodeFactory.instance.objectNode();
    if (Selection.of(metadata, none).stream()) {
      throw bad("stream " + id + " has no object \"schema\"; make one with --discover");
    }
    return none;
  }

  private Optional<List<String>> keys(JsonNode node, String member, String id) {
    if (!node.hasNonNull(member)) {
      return Optional.empty();
    }
    List<String> keys = new ArrayList<>();
    for (JsonNode key : array(node, member, id)) {
      if (!key.isTextual()) {
        throw bad("stream " + id + " has a \"" + member + "\" that is not an array of strings");
      }
      keys.add(key.textValue());
    }
    return Optional.of(keys);
  }

  private Map<List<String>, ObjectNode> metadata(JsonNode entry, String id) {
    Map<List<String>, ObjectNode> byBreadcrumb = new HashMap<>();
    for (JsonNode item : array(entry, "metadata", id)) {
      if (!item.path("breadcrumb").isArray()
          || !(item.path("metadata") instanceof ObjectNode metadata)) {
        throw bad("stream " + id + " has a metadata entry without breadcrumb or metadata");
      }
      List<String> breadcrumb = new ArrayList<>();
      item.path("breadcrumb").forEach(part -> breadcrumb.add(part.asText()));
      byBreadcrumb.put(List.copyOf(breadcrumb), metadata);
    }
    return byBreadcrumb;
  }

  private JsonNode array(JsonNode entry, String member, String id) {
    JsonNode array = entry.path(member);
    if (!array.isArray() && !array.isNull() && !array.isMissingNode()) {
      throw bad("stream " + id + " has a \"" + member + "\" that is not an array");
    }
    return array;
  }

  private static String text(JsonNode entry, String member, String otherwise) {
    return entry.path(member).isTextual() ? entry.path(member).textValue() : otherwise;
  }

  private TapException bad(String problem) {
    return TapException.badInput(source + " " + problem);
  }
}

package io.github.tapkustomer.mask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The schemas of masked columns: if a mask makes text, the column is text. */
public final class MaskedSchema {
  private static final String PROPERTIES = "properties";
  private static final String ITEMS = "items";
  private static final String DESCRIPTION = "description";

  private final StreamMasks masks;
  private final Set<Mask> used = new HashSet<>();

  private MaskedSchema(StreamMasks masks) {
    this.masks = masks;
  }

  /** Changes the masked parts of a stream's schema, in place. */
  public static void apply(StreamMasks masks, ObjectNode schema) {
    if (!masks.isEmpty()) {
      new MaskedSchema(masks).inside(schema, "");
    }
  }

  /** The masks that hide something of a stream's schema, which is not changed. */
  public static Set<Mask> used(StreamMasks masks, ObjectNode schema) {
    MaskedSchema masked = new MaskedSchema(masks);
    masked.inside(schema.deepCopy(), "");
    return masked.used;
  }

  /** The schema of the column at a path: the given one, unless it is masked. */
  public static ObjectNode of(StreamMasks masks, String path, ObjectNode schema) {
    return new MaskedSchema(masks).at(path, schema);
  }

  private ObjectNode at(String path, ObjectNode schema) {
    Optional<Mask> mask = masks.first(path);
    if (mask.isPresent()) {
      used.add(mask.get());
      return mask.get().way().makesText() ? text(schema) : schema;
    }
    inside(schema, path);
    return schema;
  }

  private void inside(ObjectNode schema, String path) {
    if (schema.path(PROPERTIES) instanceof ObjectNode properties) {
      List<String> names = new ArrayList<>();
      properties.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (properties.get(name) instanceof ObjectNode property) {
          properties.set(name, at(path.isEmpty() ? name : path + "." + name, property));
        }
      }
    }
    if (schema.path(ITEMS) instanceof ObjectNode items) {
      schema.set(ITEMS, at(path + "[]", items));
    }
  }

  private static ObjectNode text(ObjectNode schema) {
    ObjectNode text = schema.objectNode();
    text.putArray("type").add("null").add("string");
    JsonNode description = schema.path(DESCRIPTION);
    return description.isTextual() ? text.set(DESCRIPTION, description) : text;
  }
}

package io.github.tapkustomer.record.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.singer.Selection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A catalog's schema cut down to what is selected, as in SCHEMA messages. */
public final class SelectedSchema {
  private final Selection selection;
  private final List<String> keys;

  private SelectedSchema(Selection selection, List<String> keys) {
    this.selection = selection;
    this.keys = keys;
  }

  /**
   * Returns a new schema; the given one is not changed.
   *
   * @param keys the columns that stay even if they are deselected
   */
  public static ObjectNode of(ObjectNode schema, Selection selection, List<String> keys) {
    ObjectNode copy = schema.deepCopy();
    new SelectedSchema(selection, keys).cut(copy, List.of());
    return copy;
  }

  /** The {@code properties} of an object's schema; added if missing. */
  public static ObjectNode properties(ObjectNode schema) {
    return schema.path("properties") instanceof ObjectNode properties
        ? properties
        : schema.putObject("properties");
  }

  private void cut(ObjectNode schema, List<String> breadcrumb) {
    schema.remove("selected");
    if (schema.path("properties") instanceof ObjectNode properties) {
      Iterator<Map.Entry<String, JsonNode>> entries = properties.properties().iterator();
      while (entries.hasNext()) {
        Map.Entry<String, JsonNode> entry = entries.next();
        List<String> below = Selection.below(breadcrumb, "properties", entry.getKey());
        boolean isKey = breadcrumb.isEmpty() && keys.contains(entry.getKey());
        if (!isKey && !selection.field(below, entry.getValue())) {
          entries.remove();
        } else if (entry.getValue() instanceof ObjectNode child) {
          cut(child, below);
        }
      }
    }
    if (schema.path("items") instanceof ObjectNode items) {
      cut(items, Selection.below(breadcrumb, "items"));
    }
  }
}

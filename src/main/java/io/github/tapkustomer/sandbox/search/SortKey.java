package io.github.tapkustomer.sandbox.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.store.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The order of a search: newest first if none is given; of several keys only the first counts. */
record SortKey(boolean byCreation, boolean descending) {

  /** Reads an object or an array of them; both {@code "asc"} and {@code {"order": "asc"}} work. */
  static SortKey read(JsonNode sort, Context context) {
    List<SortKey> keys = new ArrayList<>();
    if (sort.isArray()) {
      sort.forEach(element -> addAll(element, context, keys));
    } else if (!sort.isMissingNode()) {
      addAll(sort, context, keys);
    }
    return keys.isEmpty() ? new SortKey(false, true) : keys.get(0);
  }

  private static void addAll(JsonNode element, Context context, List<SortKey> keys) {
    if (!element.isObject() || element.isEmpty()) {
      throw ApiError.badBody("/sort", "a sort key is an object of an attribute and its order");
    }
    for (Map.Entry<String, JsonNode> entry : element.properties()) {
      boolean byCreation = isCreation(entry.getKey(), "/sort", context);
      JsonNode given = entry.getValue();
      JsonNode order = given.isObject() ? given.path("order") : given;
      keys.add(
          switch (order.asText()) {
            case "asc" -> new SortKey(byCreation, false);
            case "desc" -> new SortKey(byCreation, true);
            default -> throw ApiError.badBody("/sort", "unknown order " + order);
          });
    }
  }

  /** Whether the attribute is the context's creation time, rather than its update time. */
  static boolean isCreation(String attribute, String pointer, Context context) {
    for (String prefix : new String[] {context.kind().apiName, context.apiName()}) {
      if (attribute.equals(prefix + "_updated_at")) {
        return false;
      }
      if (attribute.equals(prefix + "_created_at")) {
        return true;
      }
    }
    throw ApiError.badBody(
        pointer, "unknown attribute " + attribute + " in context " + context.apiName());
  }
}

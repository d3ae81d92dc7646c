package io.github.tapkustomer.singer;

import static io.github.tapkustomer.singer.Selection.BY_DEFAULT;
import static io.github.tapkustomer.singer.Selection.SELECTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes into the metadata of one catalog stream what patterns select. */
final class SelectionMarker {
  private final ObjectNode entry;
  private final List<SelectionPattern> chosen;
  private final List<SelectionPattern> refused;
  private final boolean anyChosen;
  private final Map<List<String>, ObjectNode> metadata = new HashMap<>();

  SelectionMarker(ObjectNode entry, List<SelectionPattern> chosen, List<SelectionPattern> refused) {
    String name = name(entry);
    this.entry = entry;
    this.anyChosen = !chosen.isEmpty();
    this.chosen = chosen.stream().filter(pattern -> pattern.fitsStream(name)).toList();
    this.refused = refused.stream().filter(pattern -> pattern.fitsStream(name)).toList();
    for (JsonNode item : entry.path("metadata")) {
      List<String> place = new ArrayList<>();
      item.path("breadcrumb").forEach(part -> place.add(part.asText()));
      if (item.path("metadata") instanceof ObjectNode values) {
        metadata.put(place, values);
      }
    }
  }

  static String name(JsonNode entry) {
    return entry.path("tap_stream_id").asText(entry.path("stream").asText());
  }

  void mark() {
    boolean isRefused = refused.stream().anyMatch(SelectionPattern::isWholeStream);
    if (isRefused || anyChosen) {
      boolean isChosen = !chosen.isEmpty() && !isRefused;
      metadata(List.of()).put(isChosen && !isNamed() ? BY_DEFAULT : SELECTED, isChosen);
    }
    markFields(entry.path("schema"), List.of(), "", false);
  }

  /** Whether somebody names the stream; one chosen only by a wildcard need not exist. */
  private boolean isNamed() {
    return chosen.stream().anyMatch(SelectionPattern::namesStream)
        || metadata(List.of()).has(SELECTED);
  }

  /** Marks the fields below; returns whether one of them is chosen. */
  private boolean markFields(
      JsonNode schema, List<String> breadcrumb, String prefix, boolean parentChosen) {
    boolean any = false;
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      String path = prefix + field.getKey();
      List<String> below = Selection.below(breadcrumb, "properties", field.getKey());
      boolean isChosen = fits(chosen, path) || parentChosen;
      boolean isRefused = fits(refused, path);
      boolean belowChosen = markFields(field.getValue(), below, path + ".", isChosen);
      boolean selected = (isChosen || belowChosen) && !isRefused;
      if (anyChosen && !chosen.isEmpty() || isRefused) {
        put(below, field.getValue(), selected);
      }
      any |= selected;
    }
    return any;
  }

  /** Tries every pattern, since each must match something. */
  private static boolean fits(List<SelectionPattern> patterns, String path) {
    return patterns.stream().filter(pattern -> pattern.fitsField(path)).count() > 0;
  }

  /** Writes no more than needed: a field that nobody mentions is selected. */
  private void put(List<String> breadcrumb, JsonNode schema, boolean selected) {
    ObjectNode known = metadata.get(breadcrumb);
    boolean spokenOf =
        known != null && (known.has(SELECTED) || known.has(BY_DEFAULT)) || schema.has(SELECTED);
    if (!selected || spokenOf) {
      metadata(breadcrumb).put(SELECTED, selected);
    }
  }

  private ObjectNode metadata(List<String> breadcrumb) {
    return metadata.computeIfAbsent(
        breadcrumb,
        place -> {
          ObjectNode item = entry.withArray("metadata").addObject();
          place.forEach(item.putArray("breadcrumb")::add);
          return item.putObject("metadata");
        });
  }
}

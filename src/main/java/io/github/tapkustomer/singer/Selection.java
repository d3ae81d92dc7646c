package io.github.tapkustomer.singer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What of a stream is selected. The word of the metadata counts first ({@code inclusion}, {@code
 * selected}, {@code selected-by-default}), then the {@code selected} of old catalogs inside the
 * schema. A field that nobody speaks of is selected, a stream is not.
 */
public final class Selection {
  /** Annotates a field with the attribute that it holds, where its name does not tell. */
  public static final String ATTRIBUTE = "kustomer-attribute";

  /** Annotates a stream with the klass whose objects it holds. */
  public static final String KLASS = "kustomer-klass";

  static final String SELECTED = "selected";
  static final String BY_DEFAULT = "selected-by-default";

  private final Map<List<String>, ObjectNode> metadata;
  private final Optional<Boolean> streamInSchema;

  private Selection(Map<List<String>, ObjectNode> metadata, Optional<Boolean> streamInSchema) {
    this.metadata = metadata;
    this.streamInSchema = streamInSchema;
  }

  /**
   * A selection as a catalog entry gives it.
   *
   * @param metadata the metadata's entries by their breadcrumbs; empty where there are none
   */
  static Selection of(Map<List<String>, ObjectNode> metadata, ObjectNode schema) {
    return new Selection(new HashMap<>(metadata), flag(schema, SELECTED));
  }

  /** Whether the stream is selected. */
  public boolean stream() {
    return byMetadata(List.of()).or(() -> streamInSchema).orElse(false);
  }

  /** Whether somebody selected the stream itself, and it is not only selected by default. */
  public boolean byName() {
    ObjectNode ofStream = metadata.get(List.of());
    Optional<Boolean> said =
        ofStream == null
            ? Optional.empty()
            : flag(ofStream, SELECTED).or(() -> flag(ofStream, BY_DEFAULT).map(given -> false));
    return said.or(() -> streamInSchema).orElse(false);
  }

  /**
   * Whether a field is selected, its parents being so.
   *
   * @param breadcrumb its place in the schema, such as {@code properties, custom, properties, x}
   * @param schema the field's own schema
   */
  public boolean field(List<String> breadcrumb, JsonNode schema) {
    return byMetadata(breadcrumb).or(() -> flag(schema, SELECTED)).orElse(true);
  }

  /**
   * What the metadata says at a place beyond selection.
   *
   * @param breadcrumb the place, empty for the stream itself
   */
  public Optional<String> annotation(List<String> breadcrumb, String key) {
    ObjectNode entry = metadata.get(breadcrumb);
    return entry != null && entry.path(key).isTextual()
        ? Optional.of(entry.path(key).textValue())
        : Optional.empty();
  }

  private Optional<Boolean> byMetadata(List<String> breadcrumb) {
    ObjectNode entry = metadata.get(breadcrumb);
    if (entry == null) {
      return Optional.empty();
    }
    String inclusion = entry.path("inclusion").asText();
    if (inclusion.equals("unsupported")) {
      return Optional.of(false);
    }
    if (inclusion.equals("automatic") && !breadcrumb.isEmpty()) {
      return Optional.of(true);
    }
    return flag(entry, SELECTED).or(() -> flag(entry, BY_DEFAULT));
  }

  /** A boolean, also as text, which catalogs edited by hand or by other programs have. */
  static Optional<Boolean> flag(JsonNode node, String name) {
    return switch (node.path(name).asText().toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}

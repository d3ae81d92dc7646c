package io.github.tapkustomer.singer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is selected of a stream. The metadata takes precedence ({@code inclusion}, {@code selected},
 * {@code selected-by-default}), then the {@code selected} of old catalogs inside the schema. By
 * default a field is selected, and a stream is not.
 */
public final class Selection {
  /** Annotates a field with its attribute, if its name does not give that away. */
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
   * The selection in a catalog entry.
   *
   * @param metadata the metadata's entries by breadcrumb; may be empty
   */
  static Selection of(Map<List<String>, ObjectNode> metadata, ObjectNode schema) {
    return new Selection(new HashMap<>(metadata), flag(schema, SELECTED));
  }

  /** Whether the stream is selected. */
  public boolean stream() {
    return byMetadata(List.of()).or(() -> streamInSchema).orElse(false);
  }

  /** Whether somebody selected the stream itself, rather than by default. */
  public boolean byName() {
    ObjectNode ofStream = metadata.get(List.of());
    Optional<Boolean> said =
        ofStream == null
            ? Optional.empty()
            : flag(ofStream, SELECTED).or(() -> flag(ofStream, BY_DEFAULT).map(given -> false));
    return said.or(() -> streamInSchema).orElse(false);
  }

  /**
   * Whether a field is selected, if its parents are.
   *
   * @param breadcrumb its place in the schema, such as {@code properties, custom, properties, x}
   * @param schema the field's own schema
   */
  public boolean field(List<String> breadcrumb, JsonNode schema) {
    return byMetadata(breadcrumb).or(() -> flag(schema, SELECTED)).orElse(true);
  }

  /**
   * What the metadata says at a place, besides selection.
   *
   * @param breadcrumb the place; empty for the stream itself
   */
  public Optional<String> annotation(List<String> breadcrumb, String key) {
    ObjectNode entry = metadata.get(breadcrumb);
    return entry != null && entry.path(key).isTextual()
        ? Optional.of(entry.path(key).textValue())
        : Optional.empty();
  }

  /** The breadcrumb of a part of the schema at this one. */
  public static List<String> below(List<String> breadcrumb, String... parts) {
    List<String> path = new ArrayList<>(breadcrumb);
    path.addAll(List.of(parts));
    return path;
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

  /** A boolean, or its text, as in catalogs edited by hand or by other programs. */
  static Optional<Boolean> flag(JsonNode node, String name) {
    return switch (node.path(name).asText().toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}

package io.github.tapkustomer.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of every stream as Markdown tables. */
final class DataDictionary {
  private static final String HEAD =
      """
      # Streams and their columns

      Made from the schemas by `DataDictionaryTest`. Every column but the key may be null. A dot leads into an object, `[]`
      into the elements of an array. An object without members of its own here keeps whatever it has. Where data does not
      fit its type, see [values](values.md). `custom` has your own attributes too, and each `kobjects_<klass>` the
      columns of `kobjects`. [How each stream is read](reading.md) has endpoints, roles, and requests.

      """;

  private final StringBuilder text = new StringBuilder();

  /** The whole file. */
  static String ofAll() {
    DataDictionary dictionary = new DataDictionary();
    Streams.ALL.forEach(dictionary::add);
    return HEAD
        + Streams.ALL.stream()
            .map(stream -> "- [" + stream.name() + "](#" + stream.name() + ")\n")
            .collect(Collectors.joining())
        + dictionary.text;
  }

  private void add(StreamDefinition stream) {
    JsonNode schema = stream.schema();
    text.append("\n## ").append(stream.name()).append("\n\nKey `");
    text.append(String.join("`, `", stream.keyProperties())).append("`, ");
    text.append(replication(stream)).append(", ");
    text.append(schema.path("properties").size()).append(" columns.\n\n");
    text.append("| column | type | format |\n|---|---|---|\n");
    members("", schema);
  }

  private static String replication(StreamDefinition stream) {
    return stream
        .parent()
        .map(parent -> "read with each of `" + parent + "` that changed")
        .or(() -> stream.replication().key().map(key -> "replicated by `" + key + "`"))
        .orElse("read in full by each run");
  }

  private void members(String prefix, JsonNode schema) {
    schema
        .path("properties")
        .properties()
        .forEach(member -> column(prefix + member.getKey(), member.getValue()));
  }

  private void column(String name, JsonNode schema) {
    String format = schema.path("format").asText();
    text.append("| `").append(name).append("` | ").append(type(schema));
    text.append(" |").append(format.isEmpty() ? "" : " " + format).append(" |\n");
    members(name + ".", schema);
    JsonNode items = schema.path("items");
    if (items.has("properties")) {
      members(name + "[].", items);
    } else if (items.has("items")) {
      column(name + "[]", items);
    }
  }

  /** The types that it may have besides null; of an array, also those of its elements. */
  private static String type(JsonNode schema) {
    List<String> types = types(schema);
    return types.isEmpty()
        ? "any"
        : types.stream()
            .map(type -> type.equals("array") ? array(schema.path("items")) : type)
            .collect(Collectors.joining(", "));
  }

  private static String array(JsonNode items) {
    return types(items).isEmpty() ? "array" : "array of " + type(items);
  }

  private static List<String> types(JsonNode schema) {
    JsonNode declared = schema.path("type");
    List<String> types = new ArrayList<>();
    if (declared.isTextual()) {
      types.add(declared.asText());
    }
    declared.forEach(type -> types.add(type.asText()));
    types.remove("null");
    return types;
  }
}

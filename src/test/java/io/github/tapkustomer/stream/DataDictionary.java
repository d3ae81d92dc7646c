package io.github.tapkustomer.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of every stream as Markdown tables. */
final class DataDictionary {
  private static final String HEAD =
      """
      # Streams and their columns

      This page lists every column and its type. It is made from the schemas by `DataDictionaryTest`. Every column except the key may be null. A dot leads into an object, `[]`
      into the elements of an array. An object that is listed without members keeps all of them. If data does not
      fit its type, see [values](values.md). `custom` has your own attributes too, and each `kobjects_<klass>` has the
      columns of `kobjects`. [How each stream is read](reading.md) has endpoints, roles, and requests.

      Who else has a stream was looked up on 2026-11-28: in the source of Stitch's tap (`4ea0414`) and of Meltano's (`246bca2`), and
      in the pages of [Fivetran](https://fivetran.com/docs/connectors/applications/kustomer) and [AWS
      Glue](https://docs.aws.amazon.com/glue/latest/dg/kustomer-reading-from-entities.html). They can hold fewer columns or
      rows: Stitch's `messages` lack channel, direction, and conversation. "?": their pages do not say.

      | stream | read by default | who else has it |
      |---|---|---|
      """;

  static final JsonNode ELSEWHERE = elsewhere();

  private final StringBuilder text = new StringBuilder();

  /** The whole file. */
  static String ofAll() {
    DataDictionary dictionary = new DataDictionary();
    Streams.ALL.forEach(dictionary::add);
    return HEAD
        + Streams.ALL.stream().map(DataDictionary::row).collect(Collectors.joining())
        + dictionary.text;
  }

  private static String row(StreamDefinition stream) {
    String name = stream.name();
    return "| [%1$s](#%1$s) | %2$s | %3$s |\n"
        .formatted(name, stream.selectedByDefault() ? "yes" : "no", elsewhere(name));
  }

  /** Which other extractors have a stream, with a question mark where that is not known. */
  private static String elsewhere(String stream) {
    List<String> others = new ArrayList<>();
    ELSEWHERE
        .path(stream)
        .properties()
        .forEach(
            other -> {
              if (other.getValue().isNull() || other.getValue().asBoolean()) {
                others.add(other.getKey() + (other.getValue().isNull() ? "?" : ""));
              }
            });
    return others.isEmpty() ? "none of these" : String.join(", ", others);
  }

  private static JsonNode elsewhere() {
    try (InputStream in = DataDictionary.class.getResourceAsStream("elsewhere.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

package io.github.tapkustomer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.mask.StreamMasks;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.RecordOptions;
import io.github.tapkustomer.singer.CatalogReader;
import io.github.tapkustomer.singer.CatalogStream;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A catalog, and the schema that is sent of each of its streams. */
public final class CatalogInput implements FuzzInput {
  private static final RecordOptions CLOSED =
      new RecordOptions(
          true,
          true,
          JsonNodeFactory.instance.objectNode(),
          StreamMasks.NONE,
          OptionalLong.empty());

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file = FuzzInput.place("catalog.json");

  @Override
  public void read(byte[] bytes) throws IOException {
    try {
      ObjectNode catalog = CatalogReader.json(FuzzInput.file(file, bytes));
      for (CatalogStream stream : CatalogReader.read(catalog, "catalog").selected()) {
        Optional<StreamDefinition> definition = definition(stream.id());
        if (definition.isPresent() && hasItsKey(stream, definition.get())) {
          check(stream, definition.get());
        }
      }
    } catch (TapException e) {
      FuzzInput.isToldOf(e, TapException.Kind.BAD_INPUT);
    }
  }

  private static Optional<StreamDefinition> definition(String id) {
    return Streams.find(id)
        .or(
            () ->
                Optional.of(id)
                    .filter(StreamDefinition::isName)
                    .map(name -> Streams.ofKlass(name, "order")));
  }

  /** Others are refused before. */
  private static boolean hasItsKey(CatalogStream stream, StreamDefinition definition) {
    return stream.keyProperties().orElse(List.of()).stream()
        .allMatch(
            key ->
                stream.schema().path("properties").has(key)
                    || definition.schema().path("properties").has(key));
  }

  private static void check(CatalogStream stream, StreamDefinition definition) throws IOException {
    RecordFormat format = new RecordFormat(definition, stream, CLOSED);
    JsonNode message = JSON.readTree(format.schemaLine());

    assertThat(message.path("type").asText()).isEqualTo("SCHEMA");
    assertThat(message.path("stream").asText()).isEqualTo(stream.name());
    for (JsonNode key : message.path("key_properties")) {
      assertThat(message.at("/schema/properties").has(key.asText())).as("%s", message).isTrue();
    }
  }
}

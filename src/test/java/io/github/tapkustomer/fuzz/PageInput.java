package io.github.tapkustomer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.record.Chunk;
import io.github.tapkustomer.record.PageReader;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.RecordOptions;
import io.github.tapkustomer.record.json.JsonFormat;
import io.github.tapkustomer.record.page.ParentPageReader;
import io.github.tapkustomer.singer.CatalogReader;
import io.github.tapkustomer.stream.Endpoint.Member;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A page of the API's answers: a page is read, or it is no whole one; lines are never torn. */
public final class PageInput implements FuzzInput {
  private static final ObjectMapper JSON = new ObjectMapper(JsonFormat.FACTORY);
  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

  private final StreamDefinition stream;
  private final ObjectNode catalog = JsonNodeFactory.instance.objectNode();

  /** Pages of customers, which have members of all kinds. */
  public PageInput() {
    this("customers");
  }

  public PageInput(String stream) {
    this.stream = Streams.find(stream).orElseThrow();
    ObjectNode entry = catalog.putArray("streams").addObject();
    entry.put("tap_stream_id", stream).set("schema", this.stream.schema());
  }

  @Override
  public void read(byte[] bytes) throws IOException {
    RecordFormat format =
        new RecordFormat(
            stream,
            CatalogReader.read(catalog, "the catalog").streams().get(0),
            RecordOptions.USUAL);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    // The second time as a page is read that was no JSON the first time.
    for (int attempt = 0; attempt < 2; attempt++) {
      try {
        new PageReader(
                format,
                (id, time) -> true,
                Member.DATA,
                Optional.empty(),
                NOW,
                chunk -> write(chunk, lines))
            .read(new ByteArrayInputStream(bytes));
      } catch (IOException notWhole) {
        // Would be asked for again; what came before it stands.
      }
    }
    check(lines.toByteArray());
    assertThat(JSON.readTree(format.schemaLine()).path("type").asText()).isEqualTo("SCHEMA");
    try {
      new ParentPageReader(Set.of("/attributes/name")).read(new ByteArrayInputStream(bytes));
    } catch (IOException notWhole) {
      // As above.
    }
  }

  private static void check(byte[] lines) throws IOException {
    assertThat(lines.length == 0 || lines[lines.length - 1] == '\n').isTrue();
    int start = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] == '\n') {
        JsonNode message = JSON.readTree(lines, start, i - start);
        assertThat(message.path("type").asText()).isEqualTo("RECORD");
        assertThat(message.path("record").isObject()).isTrue();
        start = i + 1;
      }
    }
  }

  private static void write(Chunk chunk, ByteArrayOutputStream lines) {
    try {
      chunk.writeTo(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

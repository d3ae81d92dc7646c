package io.github.tapkustomer.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.record.PageReader;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.RecordOptions;
import io.github.tapkustomer.singer.CatalogReader;
import io.github.tapkustomer.stats.StreamStatistics;
import io.github.tapkustomer.stream.Endpoint.Member;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Formats of streams, and objects on their way from the API's answer to a writer. */
final class WrittenRecords {
  private WrittenRecords() {}

  /** The format of a stream whose catalog has its own schema. */
  static RecordFormat format(String stream, RecordOptions options) {
    StreamDefinition definition = Streams.find(stream).orElseThrow();
    ObjectNode catalog = JsonNodeFactory.instance.objectNode();
    catalog
        .withArray("streams")
        .addObject()
        .put("tap_stream_id", stream)
        .put("stream", stream)
        .set("schema", definition.schema());
    return new RecordFormat(
        definition, CatalogReader.read(catalog, "the catalog").streams().get(0), options);
  }

  /** Writes an object as the only one of a page. */
  static void write(MessageWriter writer, RecordFormat format, String object) throws IOException {
    new PageReader(
            format,
            (id, time) -> true,
            Member.DATA,
            Optional.empty(),
            Instant.EPOCH,
            chunk -> writer.write(new Output.Lines(chunk, new StreamStatistics(new FakeTimer()))))
        .read(new ByteArrayInputStream(("{\"data\":[" + object + "]}").getBytes(UTF_8)));
  }
}

package io.github.tapkustomer.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.mask.StreamMasks;
import io.github.tapkustomer.record.json.JsonFormat;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.singer.CatalogReader;
import io.github.tapkustomer.singer.CatalogStream;
import io.github.tapkustomer.stream.Endpoint.Member;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A stream's format, and the lines that its pages become. */
final class Encoding {
  private static final ObjectMapper JSON = new ObjectMapper(JsonFormat.FACTORY);
  private static final Instant EXTRACTED = Instant.parse("2026-11-24T09:00:00Z");

  private final RecordFormat plan;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  private int lastVersion;

  private Encoding(RecordFormat plan) {
    this.plan = plan;
  }

  /** A stream with its own schema, to which unknown fields are added. */
  static Encoding of(String stream) {
    return new Encoding(plan(stream, Streams.find(stream).orElseThrow().schema(), false));
  }

  /** A stream with some masked columns. */
  static Encoding masked(String stream, Masks masks) {
    ObjectNode schema = Streams.find(stream).orElseThrow().schema();
    return masked(stream, schema, JSON.createObjectNode(), masks);
  }

  /** The same, in a run after one that remembered these columns. */
  static Encoding masked(String stream, ObjectNode schema, ObjectNode remembered, Masks masks) {
    return new Encoding(plan(stream, schema, false, remembered, masks.of(stream)));
  }

  /** A stream from a catalog; unknown fields are left out. */
  static Encoding ofCatalog(String stream, String schema) {
    try {
      return new Encoding(plan(stream, (ObjectNode) JSON.readTree(schema), true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A stream from a catalog, in a run after one that remembered these columns. */
  static Encoding remembering(
      String stream, ObjectNode schema, boolean closed, ObjectNode remembered) {
    return new Encoding(plan(stream, schema, closed, remembered));
  }

  static RecordFormat plan(String stream, ObjectNode schema, boolean closed) {
    return plan(stream, schema, closed, JSON.createObjectNode());
  }

  private static RecordFormat plan(
      String stream, ObjectNode schema, boolean closed, ObjectNode remembered) {
    return plan(stream, schema, closed, remembered, StreamMasks.NONE);
  }

  static RecordFormat plan(
      String stream, ObjectNode schema, boolean closed, ObjectNode remembered, StreamMasks masks) {
    StreamDefinition definition = Streams.find(stream).orElseThrow();
    ObjectNode catalog = JSON.createObjectNode();
    ObjectNode entry = catalog.putArray("streams").addObject();
    entry.put("tap_stream_id", stream).put("stream", stream).set("schema", schema);
    CatalogStream only = CatalogReader.read(catalog, "the catalog").streams().get(0);
    return new RecordFormat(
        definition, only, new RecordOptions(closed, true, remembered, masks, OptionalLong.empty()));
  }

  /** Another reader of the same format. */
  Encoding another() {
    return new Encoding(plan);
  }

  RecordFormat plan() {
    return plan;
  }

  /** The schema as it would be sent now. */
  JsonNode schema() {
    return tree(new String(plan.schemaLine(), UTF_8)).path("schema");
  }

  /** Reads any body. */
  PageSummary read(InputStream body) throws IOException {
    return new PageReader(
            plan, (id, time) -> true, Member.DATA, Optional.empty(), EXTRACTED, this::take)
        .read(body);
  }

  PageSummary read(String body) throws IOException {
    return read(new ByteArrayInputStream(body.getBytes(UTF_8)));
  }

  /** The record that one object with these attributes makes. */
  JsonNode attributes(String members) {
    return object("\"attributes\":{" + members + "}");
  }

  /** The record that one object with these parts makes. */
  JsonNode object(String members) {
    lines.reset();
    try {
      read("{\"data\":[{\"type\":\"t\",\"id\":\"1\"," + members + "}]}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tree(text()).path("record");
  }

  /** All lines passed on so far. */
  String text() {
    return lines.toString(UTF_8);
  }

  List<JsonNode> records() {
    return text().lines().map(line -> tree(line).path("record")).toList();
  }

  /** The schema version that the lines passed on last need. */
  int lastVersion() {
    return lastVersion;
  }

  private void take(Chunk chunk) {
    lastVersion = chunk.version();
    try {
      chunk.writeTo(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.tapkustomer.record.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.record.json.JsonFormat;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a page of parents, one object at a time; of each its id, time and key are kept. */
public final class ParentPageReader {
  private static final ObjectMapper JSON = new ObjectMapper(JsonFormat.FACTORY);

  private final Optional<String> key;
  private final PageTally tally = new PageTally();
  private final List<Parent> parents = new ArrayList<>();

  /**
   * A reader of one page.
   *
   * @param key the JSON pointer to the key in a parent's attributes; its id is the key where this
   *     is absent
   */
  public ParentPageReader(Optional<String> key) {
    this.key = key;
  }

  public ParentPage read(InputStream body) throws IOException {
    try (JsonParser parser = parser(body)) {
      Envelope.read(parser, tally, this::readParents, Envelope::skip);
    }
    return new ParentPage(parents, tally.summary());
  }

  /** There is one request more for each parent; a slower parser does not matter. */
  private static JsonParser parser(InputStream body) throws IOException {
    JsonParser parser = JsonFormat.lenient(body);
    parser.setCodec(JSON);
    return parser;
  }

  private void readParents(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token != JsonToken.START_ARRAY) {
      throw new IOException("the answer's data is not an array");
    }
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      if (token == null) {
        throw new IOException("the answer ends too early");
      }
      add(JSON.readTree(parser));
    }
  }

  private void add(JsonNode object) {
    String id = object.path("id").asText("");
    Optional<Instant> updatedAt =
        Timestamps.parse(object.path("attributes").path("updatedAt").asText(""));
    tally.record(id.isEmpty() ? null : id, updatedAt, true);
    if (!id.isEmpty()) {
      parents.add(new Parent(id, updatedAt, key(object, id)));
    }
  }

  private Optional<String> key(JsonNode object, String id) {
    return key.map(pointer -> object.path("attributes").at(pointer).asText(""))
        .or(() -> Optional.of(id))
        .filter(text -> !text.isEmpty());
  }
}

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a page of parents, one object at a time, and keeps the id, time and keys of each. */
public final class ParentPageReader {
  private static final ObjectMapper JSON = new ObjectMapper(JsonFormat.FACTORY);

  private final Set<String> keys;
  private final PageTally tally = new PageTally();
  private final List<Parent> parents = new ArrayList<>();

  /**
   * A reader of one page.
   *
   * @param keys JSON pointers of keys among a parent's attributes, besides its id
   */
  public ParentPageReader(Set<String> keys) {
    this.keys = Set.copyOf(keys);
  }

  public ParentPage read(InputStream body) throws IOException {
    try (JsonParser parser = parser(body)) {
      Envelope.read(parser, tally, this::readParents, Envelope::skip);
    }
    return new ParentPage(parents, tally.summary());
  }

  /** Each parent takes a request anyway, so a slower parser does not matter. */
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
    tally.record(id.isEmpty() ? null : id, updatedAt);
    if (!id.isEmpty()) {
      parents.add(new Parent(id, updatedAt, keys(object.path("attributes"))));
    }
  }

  private Map<String, String> keys(JsonNode attributes) {
    Map<String, String> found = new HashMap<>();
    for (String pointer : keys) {
      String key = attributes.at(pointer).asText("");
      if (!key.isEmpty()) {
        found.put(pointer, key);
      }
    }
    return found;
  }
}

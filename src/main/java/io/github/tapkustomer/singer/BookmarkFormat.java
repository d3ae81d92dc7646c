package io.github.tapkustomer.singer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bookmarks in a state, written as {@code {"updated_at": "..."}}, or with another replication key.
 * An interrupted run adds {@code "unfinished": {"updated_at", "until", "newest", "remaining":
 * [[from, to], ...]}}, and {@code "list": {"page", "size", "records", "until"}} if a part is read
 * from a long list. It counts only while its own {@code updated_at} equals the outer one, so that a
 * bookmark set by hand is obeyed. With or without a position, {@code "added_columns"} holds what
 * data added to the stream's schema, and {@code "version"} the last one that a list's records were
 * sent with. Also read: a bare string (Stitch's tap) and {@code replication_key_value} (Meltano SDK
 * taps).
 */
final class BookmarkFormat {
  static final String ADDED_COLUMNS = "added_columns";
  static final String TABLE_VERSION = "version";

  private static final String UNFINISHED = "unfinished";
  private static final String REPLICATION_KEY_VALUE = "replication_key_value";
  private static final String NEWEST = "newest";
  private static final String LIST = "list";
  private static final Set<String> OWN_MEMBERS = Set.of(UNFINISHED, ADDED_COLUMNS, TABLE_VERSION);

  private BookmarkFormat() {}

  static Bookmark read(String stream, String key, JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return Bookmark.NONE;
    }
    if (node.isTextual()) {
      return Bookmark.at(instant(stream, key, node));
    }
    if (!node.isObject()) {
      throw bad(stream, key, "is neither an object nor a string");
    }
    String given = node.hasNonNull(key) ? key : REPLICATION_KEY_VALUE;
    Optional<Instant> updatedAt =
        node.hasNonNull(given)
            ? Optional.of(instant(stream, given, node.get(given)))
            : Optional.empty();
    return new Bookmark(updatedAt, unfinished(stream, key, node.path(UNFINISHED), updatedAt));
  }

  /** The bookmark as an object with the same meaning. */
  static ObjectNode object(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    return node.isTextual() ? object.set(REPLICATION_KEY_VALUE, node) : object;
  }

  /** The names of members that hold a time, if none of the members is a known position. */
  static List<String> strangePositions(String key, JsonNode node) {
    if (node.hasNonNull(key) || node.hasNonNull(REPLICATION_KEY_VALUE)) {
      return List.of();
    }
    return node.properties().stream()
        .filter(member -> !OWN_MEMBERS.contains(member.getKey()) && holdsTime(member.getValue()))
        .map(member -> OneLine.quoted(member.getKey()))
        .toList();
  }

  private static boolean holdsTime(JsonNode node) {
    if (node.isTextual()) {
      return Timestamps.parse(node.textValue()).isPresent();
    }
    for (JsonNode part : node) {
      if (holdsTime(part)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Unfinished> unfinished(
      String stream, String key, JsonNode node, Optional<Instant> updatedAt) {
    if (!node.isObject()) {
      return Optional.empty();
    }
    Optional<Instant> own =
        node.hasNonNull(key) ? Optional.of(instant(stream, key, node.get(key))) : Optional.empty();
    if (!own.equals(updatedAt)) {
      return Optional.empty();
    }
    List<TimeRange> remaining = new ArrayList<>();
    for (JsonNode range : node.path("remaining")) {
      Instant from = instant(stream, key, range.path(0));
      Instant to = instant(stream, key, range.path(1));
      if (!from.isBefore(to)) {
        throw bad(stream, key, "has a range in \"unfinished\" that ends before it begins");
      }
      remaining.add(new TimeRange(from, to));
    }
    Optional<Instant> newest =
        node.hasNonNull(NEWEST)
            ? Optional.of(instant(stream, key, node.get(NEWEST)))
            : Optional.empty();
    return Optional.of(
        new Unfinished(
            instant(stream, key, node.path("until")), newest, remaining, place(node.path(LIST))));
  }

  /** A place that is not understood is ignored: the list is read from its start. */
  private static Optional<ListPlace> place(JsonNode node) {
    Map<String, Instant> records = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> record : node.path("records").properties()) {
      Timestamps.parse(record.getValue().asText())
          .ifPresent(updatedAt -> records.put(record.getKey(), updatedAt));
    }
    int page = node.path("page").asInt();
    int size = node.path("size").asInt();
    return Timestamps.parse(node.path("until").asText())
        .flatMap(until -> ListPlace.of(page, size, records, until));
  }

  static ObjectNode write(String key, Bookmark bookmark) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    bookmark.updatedAt().ifPresent(at -> node.put(key, Timestamps.format(at)));
    if (bookmark.unfinished().isPresent()) {
      Unfinished unfinished = bookmark.unfinished().get();
      ObjectNode part = node.putObject(UNFINISHED);
      bookmark.updatedAt().ifPresent(at -> part.put(key, Timestamps.format(at)));
      part.put("until", Timestamps.format(unfinished.until()));
      unfinished.newest().ifPresent(at -> part.put(NEWEST, Timestamps.format(at)));
      ArrayNode ranges = part.putArray("remaining");
      for (TimeRange range : unfinished.remaining()) {
        ranges.addArray().add(Timestamps.format(range.from())).add(Timestamps.format(range.to()));
      }
      unfinished.place().ifPresent(place -> write(part.putObject(LIST), place));
    }
    return node;
  }

  private static void write(ObjectNode node, ListPlace place) {
    node.put("page", place.page());
    node.put("size", place.size());
    node.put("until", Timestamps.format(place.until()));
    ObjectNode records = node.putObject("records");
    place.records().forEach((id, updatedAt) -> records.put(id, Timestamps.format(updatedAt)));
  }

  private static Instant instant(String stream, String key, JsonNode node) {
    if (!node.isTextual()) {
      throw bad(stream, key, "holds a time that is not a string");
    }
    return Timestamps.parse(node.textValue())
        .orElseThrow(
            () -> bad(stream, key, "is not a timestamp: " + OneLine.quoted(node.textValue())));
  }

  private static TapException bad(String stream, String key, String problem) {
    return TapException.badInput(
        "the bookmark of "
            + stream
            + " "
            + problem
            + "; expected {\""
            + key
            + "\": \"2026-01-31T00:00:00.000Z\"}");
  }
}

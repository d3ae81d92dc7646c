package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The members of one object, looked up by the names that the API gives them. Unknown ones are made
 * once, by the format. If the names never end, as in maps keyed by ids, only the first thousands
 * are remembered. Thread-safe.
 */
final class Members {
  private static final int REMEMBERED = 5_000;

  private final Map<String, Field> bySource = new ConcurrentHashMap<>();
  private final BiFunction<String, JsonToken, Column> resolver;

  /** Stands before the first member, so that the first is a follower too. */
  private final Field head = new Field("", Column.unread(Place.of("", "")));

  /**
   * Members.
   *
   * @param resolver finds or makes the column for a name seen for the first time, given the first
   *     token of its value
   */
  Members(BiFunction<String, JsonToken, Column> resolver) {
    this.resolver = resolver;
  }

  /** What comes before the first member, for {@link #next}. */
  Field head() {
    return head;
  }

  /**
   * Reads the next member's name, and leaves the parser on its value. Objects of one kind mostly
   * have their members in the same order, so the name is first compared with the one that followed
   * last time.
   *
   * @param previous the member before
   * @return null at the object's end
   */
  @Nullable Field next(JsonParser parser, Field previous) throws IOException {
    Field expected = previous.follower();
    if (expected != null && parser.nextFieldName(expected.source())) {
      parser.nextToken();
      return expected;
    }
    String name = expected == null ? parser.nextFieldName() : parser.currentName();
    if (name == null || parser.currentToken() != JsonToken.FIELD_NAME) {
      return null;
    }
    Field member = find(name, parser.nextToken());
    if (!isFull()) {
      previous.setFollower(member);
    }
    return member;
  }

  Column get(String source, JsonToken value) {
    return find(source, value).column();
  }

  private Field find(String source, JsonToken value) {
    Field known = bySource.get(source);
    return known != null ? known : make(source, value);
  }

  private synchronized Field make(String source, JsonToken value) {
    Field known = bySource.get(source);
    if (known != null) {
      return known;
    }
    Field made = new Field(source, resolver.apply(source, value));
    if (!isFull()) {
      bySource.put(source, made);
    }
    return made;
  }

  private boolean isFull() {
    return bySource.size() >= REMEMBERED;
  }
}

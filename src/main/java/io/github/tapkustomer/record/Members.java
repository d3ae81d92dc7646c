package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.JsonToken;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * The members of one object, looked up by the names that the API gives them. Unknown ones are made
 * once, by the plan. Thread-safe; of names that never end (maps keyed by ids) only the first
 * thousands are remembered.
 */
final class Members {
  private static final int REMEMBERED = 5_000;

  private final Map<String, Column> bySource = new ConcurrentHashMap<>();
  private final BiFunction<String, JsonToken, Column> resolver;

  /**
   * Members.
   *
   * @param resolver finds or makes the column of a source name that was not met before, given the
   *     token that its first value begins with
   */
  Members(BiFunction<String, JsonToken, Column> resolver) {
    this.resolver = resolver;
  }

  Column get(String source, JsonToken value) {
    Column known = bySource.get(source);
    if (known != null) {
      return known;
    }
    Column column = resolver.apply(source, value);
    if (bySource.size() < REMEMBERED) {
      bySource.putIfAbsent(source, column);
    }
    return column;
  }
}

package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.io.SerializedString;
import io.github.tapkustomer.stream.ColumnNames;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names inside values whose members no schema lists: snake_case too, but never two names as one.
 * The first keeps the snake_case form, a later one that would meet it stays as it is spelled.
 * Thread-safe; of names that never end only the first thousands are remembered.
 */
final class FreeNames {
  private static final int REMEMBERED = 20_000;

  private final Map<String, SerializedString> bySource = new ConcurrentHashMap<>();
  private final Map<String, String> owners = new ConcurrentHashMap<>();

  SerializedString of(String source) {
    SerializedString known = bySource.get(source);
    return known != null ? known : make(source);
  }

  private SerializedString make(String source) {
    String column = ColumnNames.of(source);
    if (bySource.size() >= REMEMBERED) {
      return new SerializedString(WellFormed.text(column));
    }
    String name = column;
    for (int i = 1; !owners.computeIfAbsent(name, free -> source).equals(source); i++) {
      name = i == 1 ? source : column + "_" + i;
    }
    SerializedString made = new SerializedString(WellFormed.text(name));
    bySource.putIfAbsent(source, made);
    return made;
  }
}

package io.github.tapkustomer.record.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of an object's key columns, which identify it if the API gives it no id. Not
 * thread-safe.
 */
public final class KeyValues {
  private static final String ID = "id";

  private final long all;
  private final @Nullable String[] texts;
  private long missing;

  /**
   * No values yet.
   *
   * @param names the key columns; the bit of each is {@code 1 << index}
   */
  public KeyValues(List<String> names) {
    this.all = (1L << names.size()) - 1;
    // An id identifies the object by itself.
    this.texts = new String[names.contains(ID) ? 0 : names.size()];
  }

  /** Forgets the values of the object before. */
  public void clear() {
    missing = all;
  }

  /** Takes the value that the parser stands on. */
  public void add(long bit, JsonParser parser) throws IOException {
    missing &= ~bit;
    if (texts.length > 0) {
      texts[Long.numberOfTrailingZeros(bit)] = parser.getText();
    }
  }

  /** Takes back a value, or says that there is none. */
  public void remove(long bit) {
    missing |= bit;
  }

  /** Whether each key column has a value. */
  public boolean isComplete() {
    return missing == 0;
  }

  /** All values in one text; null if the object has an id instead, or lacks a value. */
  public @Nullable String text() {
    return texts.length > 0 && isComplete() ? String.join("\n", texts) : null;
  }
}

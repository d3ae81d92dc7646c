package io.github.tapkustomer.record.schema;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.record.json.LineBuffer;
import io.github.tapkustomer.record.json.Unicode;
import io.github.tapkustomer.stream.ColumnNames;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Names inside values whose members no schema lists: snake_case too, but two names never become
 * one. The first keeps the snake_case form; a later one that would clash keeps its own spelling. If
 * the names never end, only the first thousands are remembered. Thread-safe.
 */
public final class FreeNames {
  private static final int REMEMBERED = 20_000;

  private final LongAdder replaced;
  private final Map<String, byte[]> bySource = new ConcurrentHashMap<>();
  private final Map<String, String> owners = new ConcurrentHashMap<>();

  /**
   * Names.
   *
   * @param replaced counts the characters that no name can have
   */
  public FreeNames(LongAdder replaced) {
    this.replaced = requireNonNull(replaced, "replaced");
  }

  /** The label of the member that the API gives this name. */
  public byte[] of(String source) {
    byte[] known = bySource.get(source);
    return known != null ? known : make(source);
  }

  private byte[] make(String source) {
    byte[] made = LineBuffer.label(name(source));
    if (bySource.size() < REMEMBERED) {
      bySource.putIfAbsent(source, made);
    }
    return made;
  }

  /** The name of the member that the API gives this name. */
  public String name(String source) {
    String column = ColumnNames.of(Unicode.clean(source, replaced));
    if (bySource.size() >= REMEMBERED) {
      return column;
    }
    String name = column;
    for (int i = 1; !owners.computeIfAbsent(name, free -> source).equals(source); i++) {
      name = i == 1 ? Unicode.clean(source, new LongAdder()) : column + "_" + i;
    }
    return name;
  }
}

package io.github.tapkustomer.record;

import io.github.tapkustomer.record.json.Unicode;
import io.github.tapkustomer.record.schema.NewFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Faults of a stream's records that cannot be sent as they are: each is reported once, and counted.
 * Thread-safe.
 */
public final class RecordFaults {
  private static final Logger LOG = LoggerFactory.getLogger(RecordFaults.class);

  private final String stream;
  private final List<String> keyProperties;
  private final LongAdder replaced = new LongAdder();
  private final NewFields newFields = new NewFields();
  private final Map<String, Column> leftOut = new ConcurrentHashMap<>();
  private final AtomicBoolean toldReplaced = new AtomicBoolean();
  private final AtomicBoolean toldWithoutKey = new AtomicBoolean();

  RecordFaults(String stream, List<String> keyProperties) {
    this.stream = stream;
    this.keyProperties = List.copyOf(keyProperties);
  }

  /** How many values were left out, by the field that no schema has. */
  public Map<String, Long> leftOut() {
    Map<String, Long> counts = new HashMap<>();
    leftOut.forEach((path, column) -> counts.put(path, column.leftOut().sum()));
    return counts;
  }

  /** How many characters were replaced by U+FFFD. */
  public long replacedCharacters() {
    return replaced.sum();
  }

  /** Counts characters that were replaced because no database accepts them. */
  LongAdder replaced() {
    return replaced;
  }

  /** The name without characters that no database accepts. */
  String clean(String name) {
    return Unicode.clean(name, replaced);
  }

  /** Counts characters, and tells once of these or of those that names had. */
  void noteReplaced(long count) {
    if (count > 0) {
      replaced.add(count);
    }
    if (replaced.sum() > 0 && toldReplaced.compareAndSet(false, true)) {
      LOG.warn(
          "{}: text holds U+0000 or half a surrogate pair, which databases refuse; each is"
              + " replaced by U+FFFD",
          stream);
    }
  }

  void noteWithoutKey() {
    if (toldWithoutKey.compareAndSet(false, true)) {
      LOG.warn(
          "{}: a record has no {}; such records are left out, since a target could not tell them"
              + " apart",
          stream,
          String.join(" or no ", keyProperties));
    }
  }

  void noteLeftOut(Column column) {
    if (leftOut.putIfAbsent(column.path(), column) == null) {
      newFields.add(column.path());
    }
  }

  /** Logs the fields that were left out since the last call. */
  void tellLeftOut() {
    newFields.tell(fields -> LOG.warn("{}: left out, not in the catalog: {}", stream, fields));
  }
}

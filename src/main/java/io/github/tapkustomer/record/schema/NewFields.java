package io.github.tapkustomer.record.schema;

import io.github.tapkustomer.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Fields that came up since they were last logged, so that one line names many. Thread-safe. */
public final class NewFields {
  private final List<String> fields = new ArrayList<>();

  public synchronized void add(String field) {
    fields.add(field);
  }

  /** Passes on the new fields as one text, unless there are none. */
  public synchronized void tell(Consumer<String> log) {
    if (!fields.isEmpty()) {
      log.accept(OneLine.list(fields));
      fields.clear();
    }
  }
}

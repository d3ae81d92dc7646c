package io.github.tapkustomer.record;

import io.github.tapkustomer.mask.Way;
import io.github.tapkustomer.record.json.LineBuffer;
import io.github.tapkustomer.record.schema.GrowingSchema;
import java.util.Optional;

/**
 * The fields of one record that have no column of their own, as members of {@code other_fields}.
 */
final class OtherFields {
  private static final byte[] LABEL = LineBuffer.label(GrowingSchema.OTHER_FIELDS);

  private final LineBuffer members = new LineBuffer(0);

  /** Prepares for the next record. */
  void clear() {
    members.rewind(0);
  }

  /** Begins a member; its value is to be written next. */
  LineBuffer add(byte[] label) {
    if (members.size() == 0) {
      members.open('{');
    }
    members.name(label);
    return members;
  }

  /**
   * Writes the column, if there is anything for it.
   *
   * @param way how the whole column is masked
   */
  void writeTo(LineBuffer lines, Optional<Way> way, ValueWriter values) {
    if (members.size() == 0) {
      return;
    }
    members.close('}');
    lines.name(LABEL);
    if (way.isEmpty()) {
      lines.value(members);
    } else if (way.get().makesText()) {
      lines.text(values.masked(way.get(), members.toString()));
    } else {
      lines.nothing();
    }
  }
}

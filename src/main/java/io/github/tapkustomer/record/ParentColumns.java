package io.github.tapkustomer.record;

import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.record.json.LineBuffer;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import java.util.Optional;

/** The columns that name a record's parent and the time when it was updated. */
final class ParentColumns {
  private final Optional<byte[]> label;
  private final Optional<byte[]> timeLabel;
  private final String id;
  private final Optional<String> time;

  ParentColumns(RecordFormat format, Parent parent) {
    this.label = format.parentColumn().map(LineBuffer::label);
    this.timeLabel = format.parentTimeColumn().map(LineBuffer::label);
    this.id = parent.id();
    this.time = parent.updatedAt().map(Timestamps::format);
  }

  /** Writes the columns that the stream has. */
  void write(LineBuffer lines) {
    if (label.isPresent()) {
      lines.name(label.get());
      lines.text(Optional.ofNullable(id));
    }
    if (timeLabel.isPresent()) {
      lines.name(timeLabel.get());
      lines.text(time);
    }
  }
}

package io.github.tapkustomer.record;

import java.io.IOException;
import java.io.OutputStream;

/** Encoded RECORD lines of one stream, some tens of kilobytes, on their way to stdout. */
public final class Chunk {
  private final RecordPlan plan;
  private final LineBuffer lines;
  private final int records;
  private final int version;

  Chunk(RecordPlan plan, LineBuffer lines, int records) {
    this.plan = plan;
    this.lines = lines;
    this.records = records;
    this.version = plan.version();
  }

  public RecordPlan plan() {
    return plan;
  }

  /** The schema version that these lines need at least. */
  public int version() {
    return version;
  }

  public int records() {
    return records;
  }

  public int bytes() {
    return lines.size();
  }

  public void writeTo(OutputStream out) throws IOException {
    lines.writeTo(out);
  }
}

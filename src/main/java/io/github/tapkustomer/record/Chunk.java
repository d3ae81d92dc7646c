package io.github.tapkustomer.record;

import java.io.IOException;
import java.io.OutputStream;

/** Encoded RECORD lines of one stream, some tens of kilobytes, on their way to stdout. */
public final class Chunk {
  private final RecordPlan plan;
  private final byte[] bytes;
  private final int size;
  private final int records;
  private final int version;

  Chunk(RecordPlan plan, byte[] bytes, int size, int records) {
    this.plan = plan;
    this.bytes = bytes;
    this.size = size;
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
    return size;
  }

  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }
}

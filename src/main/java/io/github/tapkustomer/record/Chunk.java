package io.github.tapkustomer.record;

import java.io.IOException;
import java.io.OutputStream;

/** Encoded RECORD lines of one stream, some tens of kilobytes, on their way to stdout. */
public final class Chunk {
  private final RecordFormat format;
  private final byte[] bytes;
  private final int size;
  private final int records;
  private final int version;

  Chunk(RecordFormat format, byte[] bytes, int size, int records) {
    this.format = format;
    this.bytes = bytes;
    this.size = size;
    this.records = records;
    this.version = format.version();
  }

  public RecordFormat format() {
    return format;
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

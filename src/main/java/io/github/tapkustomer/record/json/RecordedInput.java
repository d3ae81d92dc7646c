package io.github.tapkustomer.record.json;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body from which an array that a parser has just read can be had again, unchanged. What was read
 * last is still in the parser's own buffer; it is copied only if the parser reads on inside an
 * array. Not thread-safe.
 */
public final class RecordedInput extends InputStream {
  private final InputStream in;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private byte[] buffer = new byte[0];
  private int offset;
  private int count;

  /** The place in the body after what was read last. */
  private long end;

  private boolean isKeeping;

  public RecordedInput(InputStream in) {
    this.in = requireNonNull(in, "in");
  }

  /** Whether an array that may be asked for has begun in what was read last. */
  public void keep(boolean isKeeping) {
    this.isKeeping = isKeeping;
  }

  /**
   * The bytes of the array that ends before this place, and of what precedes it as far as it is
   * kept.
   */
  public byte[] upTo(long place) throws IOException {
    long length = count - (end - place);
    if (place < 0) {
      // A parser that detects UTF-16 or UTF-32 does not count bytes.
      throw new IOException("the answer is not UTF-8");
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    kept.writeTo(all);
    all.write(buffer, offset, Math.toIntExact(length));
    return all.toByteArray();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int at, int length) throws IOException {
    if (isKeeping) {
      kept.write(buffer, offset, count);
    } else {
      kept.reset();
    }
    int read = in.read(into, at, length);
    buffer = into;
    offset = at;
    count = Math.max(read, 0);
    end += count;
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

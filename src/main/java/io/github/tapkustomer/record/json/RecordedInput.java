package io.github.tapkustomer.record.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that gives back an array that a parser has read, as it came. What was read last stands in
 * the parser's own buffer; it is copied only where the parser reads on inside an array. Not
 * thread-safe.
 */
public final class RecordedInput extends InputStream {
  private final InputStream in;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private byte[] buffer = new byte[0];
  private int offset;
  private int count;

  /** The place in the body behind what was read last. */
  private long end;

  private boolean isKeeping;

  public RecordedInput(InputStream in) {
    this.in = in;
  }

  /** Whether an array has begun, in what was read last, that may be asked for. */
  public void keep(boolean isKeeping) {
    this.isKeeping = isKeeping;
  }

  /** The array that ends before this place, with what stands before it where that is kept. */
  public byte[] upTo(long place) throws IOException {
    long length = count - (end - place);
    if (place < 0) {
      // A parser counts no bytes where it had to find out that they are UTF-16 or UTF-32.
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

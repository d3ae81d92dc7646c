package io.github.tapkustomer.record.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A body that gives back what was read of it since a mark, so that a value can be told in its own
 * words after it has been read. What was read last is kept also without a mark, since a parser
 * reads ahead. Not thread-safe.
 */
public final class RecordedInput extends InputStream {
  private final InputStream in;
  private byte[] kept = new byte[16 * 1024];
  private int size;

  /** The place in the body of the first byte that is kept. */
  private long start;

  private long mark = Long.MAX_VALUE;

  public RecordedInput(InputStream in) {
    this.in = in;
  }

  /** Keeps what follows this place, which is in what was read last. */
  public void mark(long place) {
    mark = place;
  }

  /** Keeps no more than what is read last. */
  public void forget() {
    mark = Long.MAX_VALUE;
  }

  /** The bytes between two places, the first of which is not before the mark. */
  public byte[] between(long from, long to) {
    return Arrays.copyOfRange(kept, Math.toIntExact(from - start), Math.toIntExact(to - start));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    if (count > 0) {
      keep(into, offset, count);
    }
    return count;
  }

  private void keep(byte[] bytes, int offset, int count) {
    int drop = (int) Math.min(size, mark - start);
    System.arraycopy(kept, drop, kept, 0, size - drop);
    start += drop;
    size -= drop;
    if (count > kept.length - size) {
      kept = Arrays.copyOf(kept, Math.max(Math.addExact(size, count), kept.length * 2));
    }
    System.arraycopy(bytes, offset, kept, size, count);
    size += count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

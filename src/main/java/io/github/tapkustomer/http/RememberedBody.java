package io.github.tapkustomer.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that keeps its beginning, so that an unusable answer can be told from it. */
final class RememberedBody extends FilterInputStream {
  /** Error answers are shorter; no more of a page of records is worth keeping. */
  private static final int MOST_BYTES = 16 * 1024;

  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();

  RememberedBody(InputStream body) {
    super(body);
  }

  /** What was read so far, up to a limit. */
  byte[] beginning() {
    return beginning.toByteArray();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    int wanted = Math.min(read, MOST_BYTES - beginning.size());
    if (wanted > 0) {
      beginning.write(bytes, offset, wanted);
    }
    return read;
  }
}

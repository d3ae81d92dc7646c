package io.github.tapkustomer.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body whose beginning is kept, to tell from it what an answer was that could not be used. */
final class RememberedBody extends FilterInputStream {
  /** Error answers are shorter; of a page of records no more is worth keeping. */
  private static final int MOST_BYTES = 16 * 1024;

  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();

  RememberedBody(InputStream body) {
    super(body);
  }

  /** What has been read so far, up to a limit. */
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

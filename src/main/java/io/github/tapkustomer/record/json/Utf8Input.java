package io.github.tapkustomer.record.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Characters as bytes in UTF-8. */
final class Utf8Input extends InputStream {
  private final Reader in;
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8));
  private final CharBuffer chars = CharBuffer.allocate(4096).limit(0);
  private final ByteBuffer bytes = ByteBuffer.allocate(4 * 4096).limit(0);
  private boolean ended;

  Utf8Input(Reader in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    while (!bytes.hasRemaining()) {
      if (ended) {
        return -1;
      }
      encodeMore();
    }
    int count = Math.min(length, bytes.remaining());
    bytes.get(into, offset, count);
    return count;
  }

  private void encodeMore() throws IOException {
    chars.compact();
    ended = in.read(chars) < 0;
    chars.flip();
    bytes.clear();
    encoder.encode(chars, bytes, ended);
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

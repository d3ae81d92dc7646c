package io.github.tapkustomer.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * An answer's body that may keep its reader waiting only for a limited total time. The watch is
 * paused while its reader does something else, such as waiting for a slow target.
 */
final class TimedBody extends FilterInputStream {
  private final Stopwatch watch;
  private final Duration latest;

  /**
   * A body of which nothing was read yet.
   *
   * @param patience how long all of it may take to arrive
   */
  TimedBody(InputStream body, Stopwatch watch, Duration patience) {
    super(body);
    this.watch = watch;
    this.latest = watch.elapsed().plus(patience);
    watch.pause();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    watch.resume();
    int read;
    try {
      read = super.read(bytes, offset, length);
    } finally {
      watch.pause();
    }
    if (watch.elapsed().compareTo(latest) > 0) {
      throw new InterruptedIOException("the body takes too long");
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    watch.resume();
    super.close();
  }
}

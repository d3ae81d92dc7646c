package io.github.tapkustomer.record.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.concurrent.atomic.LongAdder;

/**
 * JSON text with U+FFFD in place of each escaped half of a surrogate pair that stands alone, so
 * that a parser accepts it even in a name. Works by character, for the rare page that needs it.
 */
final class PairedEscapes extends Reader {
  private static final int ESCAPE = 6;
  private static final int DIGITS = 4;
  private static final String REPLACEMENT = "\\uFFFD";

  private final BufferedReader in;
  private final LongAdder replaced;
  private final StringBuilder ready = new StringBuilder();
  private int given;

  /**
   * Replaces halves in a text.
   *
   * @param replaced counts them
   */
  PairedEscapes(Reader in, LongAdder replaced) {
    this.in = new BufferedReader(in);
    this.replaced = replaced;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int count = 0;
    for (int c; count < length && (c = next()) >= 0; ) {
      into[offset + count++] = (char) c;
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  private int next() throws IOException {
    if (given == ready.length()) {
      given = 0;
      ready.setLength(0);
      int c = in.read();
      if (c != '\\') {
        return c;
      }
      escape();
    }
    return ready.charAt(given++);
  }

  /** Prepares what an escape stands for, after its backslash was read. */
  private void escape() throws IOException {
    ready.append('\\');
    take(1);
    if (ready.length() < 2 || ready.charAt(1) != 'u') {
      return;
    }
    take(DIGITS);
    int unit = unit(ready.toString());
    if (isHalf(unit) && !(Character.isHighSurrogate((char) unit) && takeLowHalf())) {
      ready.replace(0, ready.length(), REPLACEMENT);
      replaced.increment();
    }
  }

  private boolean takeLowHalf() throws IOException {
    in.mark(ESCAPE);
    int before = ready.length();
    take(ESCAPE);
    int unit = unit(ready.substring(before));
    if (unit >= 0 && Character.isLowSurrogate((char) unit)) {
      return true;
    }
    ready.setLength(before);
    in.reset();
    return false;
  }

  private void take(int count) throws IOException {
    for (int c; count > 0 && (c = in.read()) >= 0; count--) {
      ready.append((char) c);
    }
  }

  private static boolean isHalf(int unit) {
    return unit >= 0 && Character.isSurrogate((char) unit);
  }

  /** The code unit of an escape; negative if it has another form. */
  private static int unit(String escape) {
    return escape.matches("\\\\u[0-9a-fA-F]{4}") ? Integer.parseInt(escape.substring(2), 16) : -1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

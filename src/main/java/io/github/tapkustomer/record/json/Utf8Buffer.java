package io.github.tapkustomer.record.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing array of bytes that writes the characters of JSON strings as UTF-8. U+0000 and half a
 * surrogate pair, which databases refuse, become U+FFFD.
 */
abstract sealed class Utf8Buffer permits LineBuffer {
  private static final char REPLACEMENT = '\uFFFD';

  /** Room is made for so many characters at a time; each takes at most six bytes. */
  private static final int SEGMENT = 1024;

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  /** What follows the backslash, by the ASCII character that needs one. */
  private static final byte[] ESCAPES = escapes();

  byte[] bytes;
  int size;
  long replaced;

  Utf8Buffer(int capacity) {
    bytes = new byte[capacity];
  }

  private static byte[] escapes() {
    byte[] escapes = new byte[128];
    Arrays.fill(escapes, 0, ' ', (byte) 'u');
    escapes['\b'] = 'b';
    escapes['\t'] = 't';
    escapes['\n'] = 'n';
    escapes['\f'] = 'f';
    escapes['\r'] = 'r';
    escapes['"'] = '"';
    escapes['\\'] = '\\';
    return escapes;
  }

  /** The characters between a string's quotes. */
  final void characters(char[] chars, int offset, int length) {
    int end = offset + length;
    for (int at = offset; at < end; ) {
      int stop = Math.min(end, at + SEGMENT);
      room(6 * (stop - at));
      while (at < stop) {
        at = plain(chars, at, stop);
        if (at < stop) {
          at = special(chars, at, end);
        }
      }
    }
  }

  final void ascii(char[] chars, int offset, int length) {
    room(length);
    byte[] to = bytes;
    int next = size;
    for (int i = offset; i < offset + length; i++) {
      to[next++] = (byte) chars[i];
    }
    size = next;
  }

  private int plain(char[] chars, int from, int stop) {
    byte[] to = bytes;
    int next = size;
    int at = from;
    for (; at < stop; at++) {
      char c = chars[at];
      if (c < ' ' || c == '"' || c == '\\' || c >= 128) {
        break;
      }
      to[next++] = (byte) c;
    }
    size = next;
    return at;
  }

  /**
   * Writes the character at {@code at}, which needs an escape or more than a byte; returns the
   * next.
   */
  private int special(char[] chars, int at, int end) {
    char c = chars[at];
    if (c == 0) {
      replace();
    } else if (c < 128) {
      escape(c);
    } else if (c < 0x800) {
      bytes[size++] = (byte) (0xC0 | c >> 6);
      bytes[size++] = (byte) (0x80 | c & 0x3F);
    } else if (!Character.isSurrogate(c)) {
      three(c);
    } else if (at + 1 < end && Character.isSurrogatePair(c, chars[at + 1])) {
      int point = Character.toCodePoint(c, chars[at + 1]);
      bytes[size++] = (byte) (0xF0 | point >> 18);
      bytes[size++] = (byte) (0x80 | point >> 12 & 0x3F);
      bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
      bytes[size++] = (byte) (0x80 | point & 0x3F);
      return at + 2;
    } else {
      replace();
    }
    return at + 1;
  }

  private void replace() {
    three(REPLACEMENT);
    replaced++;
  }

  private void three(char c) {
    bytes[size++] = (byte) (0xE0 | c >> 12);
    bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
    bytes[size++] = (byte) (0x80 | c & 0x3F);
  }

  private void escape(char c) {
    byte letter = ESCAPES[c];
    bytes[size++] = '\\';
    bytes[size++] = letter;
    if (letter == 'u') {
      bytes[size++] = '0';
      bytes[size++] = '0';
      bytes[size++] = HEX[c >> 4];
      bytes[size++] = HEX[c & 0xF];
    }
  }

  final void put(char ascii) {
    room(1);
    bytes[size++] = (byte) ascii;
  }

  final void append(byte[] source, int offset) {
    int length = source.length - offset;
    room(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  final void room(int more) {
    if (more > bytes.length - size) {
      grow(Math.addExact(size, more));
    }
  }

  private void grow(int needed) {
    bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(bytes.length * 2L, 1 << 30)));
  }

  /** Everything written so far, as text. */
  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}

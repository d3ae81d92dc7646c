package io.github.tapkustomer.record.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * JSON text of whole lines, as UTF-8, of which the end can be taken back. Puts commas where they
 * belong; that brackets match is its user's business. U+0000 and half a surrogate pair, which
 * databases refuse, become U+FFFD. Not thread-safe.
 */
public final class LineBuffer {
  private static final char[] NULL = {'n', 'u', 'l', 'l'};
  private static final char REPLACEMENT = '\uFFFD';

  /** Characters for which room is made at a time; each takes six bytes at the most. */
  private static final int SEGMENT = 1024;

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  /** What follows the backslash of an ASCII character; 0 where it is written as it is. */
  private static final byte[] ESCAPES = escapes();

  private byte[] bytes;
  private int size;

  /** Whether no comma goes before the next value: it is a container's first, or has a name. */
  private boolean first = true;

  private long replaced;

  public LineBuffer(int capacity) {
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

  /** A member's name as {@link #name} wants it: with the comma before and the colon behind it. */
  public static byte[] label(String name) {
    LineBuffer label = new LineBuffer(name.length() + 4);
    label.first = false;
    label.text(name);
    label.put(':');
    return Arrays.copyOf(label.bytes, label.size);
  }

  public int size() {
    return size;
  }

  /** Takes back what was written since the size was {@code size}. */
  public void truncate(int size) {
    this.size = size;
  }

  /** Takes back the value, or the part of it, that was written since the size was this. */
  public void rewind(int size) {
    this.size = size;
    first = true;
  }

  /** How many characters have been replaced by U+FFFD. */
  public long replaced() {
    return replaced;
  }

  /** Gives away the bytes, of which the first {@link #size()} count, and goes on with others. */
  public byte[] exchange(byte[] others) {
    byte[] written = bytes;
    bytes = others;
    size = 0;
    return written;
  }

  /** Text that is JSON already; what follows it follows without a comma. */
  public void raw(byte[] json) {
    append(json, 0);
    first = true;
  }

  /** A member's name, from {@link #label}; its value is next. */
  public void name(byte[] label) {
    append(label, first ? 1 : 0);
    first = true;
  }

  /** The start of an object or array. */
  public void open(char bracket) {
    comma();
    put(bracket);
    first = true;
  }

  /** The end of an object or array. */
  public void close(char bracket) {
    put(bracket);
    first = false;
  }

  public void word(String word) {
    word(word.toCharArray(), 0, word.length());
  }

  /** A number, or one of JSON's three words, given in ASCII. */
  public void word(char[] chars, int offset, int length) {
    comma();
    room(length);
    for (int i = offset; i < offset + length; i++) {
      bytes[size++] = (byte) chars[i];
    }
  }

  /** The number or word that the parser stands on, as it came. */
  public void word(JsonParser parser) throws IOException {
    word(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  /** The string that the parser stands on. */
  public void string(JsonParser parser) throws IOException {
    text(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  /** Makes the whole number that was just written one with a decimal point. */
  public void point() {
    put('.');
    put('0');
  }

  /** A value that another buffer holds, which is empty afterwards. */
  public void value(LineBuffer other) {
    comma();
    room(other.size);
    System.arraycopy(other.bytes, 0, bytes, size, other.size);
    size += other.size;
    replaced += other.replaced;
    other.replaced = 0;
    other.rewind(0);
  }

  public void nothing() {
    word(NULL, 0, NULL.length);
  }

  public void text(String text) {
    text(text.toCharArray(), 0, text.length());
  }

  /** Adds a text, or null where there is none. */
  public void text(Optional<String> text) {
    if (text.isPresent()) {
      text(text.get());
    } else {
      nothing();
    }
  }

  public void text(char[] chars, int offset, int length) {
    comma();
    put('"');
    int end = offset + length;
    for (int at = offset; at < end; ) {
      int stop = Math.min(end, at + SEGMENT);
      room(6 * SEGMENT);
      while (at < stop) {
        at = plain(chars, at, stop);
        if (at < stop) {
          at = special(chars, at, end);
        }
      }
    }
    put('"');
  }

  private int plain(char[] chars, int from, int stop) {
    byte[] to = bytes;
    int next = size;
    int at = from;
    for (; at < stop; at++) {
      char c = chars[at];
      if (c >= 128 || ESCAPES[c] != 0) {
        break;
      }
      to[next++] = (byte) c;
    }
    size = next;
    return at;
  }

  /** Writes the character at {@code at}, which is none that stays as it is; gives the next. */
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

  private void comma() {
    if (!first) {
      put(',');
    }
    first = false;
  }

  private void put(char ascii) {
    room(1);
    bytes[size++] = (byte) ascii;
  }

  /** What was written so far, as text. */
  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  private void append(byte[] source, int offset) {
    int length = source.length - offset;
    room(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  private void room(int more) {
    if (more > bytes.length - size) {
      grow(Math.addExact(size, more));
    }
  }

  private void grow(int needed) {
    bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(bytes.length * 2L, 1 << 30)));
  }
}

package io.github.tapkustomer.record.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whole lines of JSON text as UTF-8; their end can be taken back. Adds commas where needed, but
 * leaves matching brackets to its user. U+0000 and half a surrogate pair, which databases refuse,
 * become U+FFFD. Not thread-safe.
 */
public final class LineBuffer extends Utf8Buffer {
  private static final char[] NULL = {'n', 'u', 'l', 'l'};

  /** Whether the next value needs no comma: it is the first in its container, or has a name. */
  private boolean first = true;

  public LineBuffer(int capacity) {
    super(capacity);
  }

  /** A member's name for {@link #name}, with the comma before it and the colon after it. */
  public static byte[] label(String name) {
    LineBuffer label = new LineBuffer(name.length() + 4);
    label.first = false;
    label.name(name);
    return Arrays.copyOf(label.bytes, label.size);
  }

  public int size() {
    return size;
  }

  /** Takes back everything written after this size. */
  public void truncate(int size) {
    this.size = size;
  }

  /** Takes back the value, or the part of one, that was written after this size. */
  public void rewind(int size) {
    this.size = size;
    first = true;
  }

  /** Counts what was replaced in a text that is to be written here. */
  public void countReplaced(LineBuffer text) {
    replaced += text.replaced;
  }

  /** How many characters have been replaced by U+FFFD. */
  public long replaced() {
    return replaced;
  }

  /** Returns the bytes, of which the first {@link #size()} count, and continues with others. */
  public byte[] exchange(byte[] others) {
    byte[] written = bytes;
    bytes = others;
    size = 0;
    return written;
  }

  /** Adds JSON text; what follows needs no comma. */
  public void raw(byte[] json) {
    append(json, 0);
    first = true;
  }

  /** A member's name, from {@link #label}; its value is next. */
  public void name(byte[] label) {
    append(label, first ? 1 : 0);
    first = true;
  }

  /** A member's name; its value is next. */
  public void name(String name) {
    text(name);
    put(':');
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

  /** A number or one of JSON's three words, in ASCII. */
  public void word(char[] chars, int offset, int length) {
    comma();
    ascii(chars, offset, length);
  }

  /** The number or word that the parser stands on, unchanged. */
  public void word(JsonParser parser) throws IOException {
    word(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  /** The string that the parser stands on. */
  public void string(JsonParser parser) throws IOException {
    text(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  /** Turns the whole number that was just written into one with a decimal point. */
  public void point() {
    put('.');
    put('0');
  }

  /** The value in another buffer, which is empty afterward. */
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

  /** Adds a text, or null if there is none. */
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
    characters(chars, offset, length);
    put('"');
  }

  private void comma() {
    if (!first) {
      put(',');
    }
    first = false;
  }
}

package io.github.tapkustomer.singer;

import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.TapException;
import java.util.regex.Pattern;

/** One pattern; it remembers whether it ever fitted. {@code *} stands for any text, dots too. */
final class SelectionPattern {
  private static final String ALL = "*";

  private final String text;
  private final boolean refuses;
  private final Pattern stream;
  private final Pattern field;
  private final boolean wholeStream;
  private final boolean namesStream;
  private boolean matchedStream;
  private boolean matched;

  private SelectionPattern(String text, boolean refuses, String stream, String field) {
    this.text = text;
    this.refuses = refuses;
    this.stream = glob(stream);
    this.field = glob(field);
    this.wholeStream = field.equals(ALL);
    this.namesStream = !stream.contains(ALL) && !stream.contains("?");
  }

  static SelectionPattern parse(String text) {
    String bare = text.strip();
    boolean refuses = bare.startsWith("!");
    String pattern = refuses ? bare.substring(1).strip() : bare;
    int dot = pattern.indexOf('.');
    String stream = dot < 0 ? pattern : pattern.substring(0, dot);
    String field = dot < 0 ? ALL : pattern.substring(dot + 1);
    if (stream.isEmpty() || field.isEmpty()) {
      throw TapException.badInput(
          "--select: %s is no pattern; give one as customers.* or !messages.preview"
              .formatted(OneLine.quoted(text)));
    }
    return new SelectionPattern(bare, refuses, stream, field);
  }

  String text() {
    return text;
  }

  boolean refuses() {
    return refuses;
  }

  /** Whether it speaks of a stream with all its fields. */
  boolean isWholeStream() {
    return wholeStream;
  }

  /** Whether it names one stream, and not all that are called so or so. */
  boolean namesStream() {
    return namesStream;
  }

  boolean fitsStream(String name) {
    boolean fits = stream.matcher(name).matches();
    matchedStream |= fits;
    matched |= fits && wholeStream;
    return fits;
  }

  /**
   * Whether it fits a field of a stream that it fits.
   *
   * @param path the names from the top, joined by dots: {@code custom.tier_str}
   */
  boolean fitsField(String path) {
    boolean fits = field.matcher(path).matches();
    matched |= fits;
    return fits;
  }

  boolean hasMatchedStream() {
    return matchedStream;
  }

  boolean hasMatched() {
    return matched;
  }

  private static Pattern glob(String text) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      regex.append(
          switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf(c));
          });
    }
    return Pattern.compile(regex.toString());
  }
}

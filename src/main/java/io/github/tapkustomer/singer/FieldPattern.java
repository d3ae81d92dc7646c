package io.github.tapkustomer.singer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matches streams and their fields in Meltano's syntax: {@code customers.custom.*}. {@code *}
 * stands for any text, even with dots, and {@code ?} for one character; a name without a dot is a
 * whole stream.
 */
public final class FieldPattern {
  private static final String ALL = "*";

  private final String text;
  private final Pattern stream;
  private final Pattern field;
  private final boolean wholeStream;
  private final boolean namesStream;

  private FieldPattern(String text, String stream, String field) {
    this.text = text;
    this.stream = glob(stream);
    this.field = glob(field);
    this.wholeStream = field.equals(ALL);
    this.namesStream = !stream.contains(ALL) && !stream.contains("?");
  }

  /** Parses a pattern; empty if the name of the stream or the field is missing. */
  public static Optional<FieldPattern> parse(String text) {
    int dot = text.indexOf('.');
    String stream = dot < 0 ? text : text.substring(0, dot);
    String field = dot < 0 ? ALL : text.substring(dot + 1);
    return stream.isEmpty() || field.isEmpty()
        ? Optional.empty()
        : Optional.of(new FieldPattern(text, stream, field));
  }

  /** Whether it means a stream with all its fields. */
  boolean isWholeStream() {
    return wholeStream;
  }

  /** Whether it names one stream, without wildcards. */
  boolean namesStream() {
    return namesStream;
  }

  public boolean fitsStream(String name) {
    return stream.matcher(name).matches();
  }

  /**
   * Whether it matches a field of a stream that it matches.
   *
   * @param path the names from the top, joined by dots: {@code custom.tier_str}
   */
  public boolean fitsField(String path) {
    return field.matcher(path).matches();
  }

  /** Whether it matches this path, or could match a longer one that begins with it. */
  public boolean mayFitFieldFrom(String start) {
    Matcher matcher = field.matcher(start);
    return matcher.matches() || matcher.hitEnd();
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
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldPattern pattern && pattern.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The pattern as it was given. */
  @Override
  public String toString() {
    return text;
  }
}

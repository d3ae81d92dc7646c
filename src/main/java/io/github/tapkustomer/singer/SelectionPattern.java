package io.github.tapkustomer.singer;

import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.TapException;

/** A pattern that selects or, with {@code !}, deselects; it remembers whether it ever matched. */
final class SelectionPattern {
  private final String text;
  private final boolean refuses;
  private final FieldPattern pattern;
  private boolean matchedStream;
  private boolean matched;

  private SelectionPattern(String text, boolean refuses, FieldPattern pattern) {
    this.text = text;
    this.refuses = refuses;
    this.pattern = pattern;
  }

  static SelectionPattern parse(String text) {
    String bare = text.strip();
    boolean refuses = bare.startsWith("!");
    FieldPattern pattern =
        FieldPattern.parse(refuses ? bare.substring(1).strip() : bare)
            .orElseThrow(
                () ->
                    TapException.badInput(
                        "--select: %s is not a pattern; use one such as customers.* or !messages.preview"
                            .formatted(OneLine.quoted(text))));
    return new SelectionPattern(bare, refuses, pattern);
  }

  String text() {
    return text;
  }

  boolean refuses() {
    return refuses;
  }

  /** Whether it means a stream with all its fields. */
  boolean isWholeStream() {
    return pattern.isWholeStream();
  }

  /** Whether it names one stream, without wildcards. */
  boolean namesStream() {
    return pattern.namesStream();
  }

  boolean fitsStream(String name) {
    boolean fits = pattern.fitsStream(name);
    matchedStream |= fits;
    matched |= fits && pattern.isWholeStream();
    return fits;
  }

  /**
   * Whether it matches a field of a stream that it matches.
   *
   * @param path the names from the top, joined by dots: {@code custom.tier_str}
   */
  boolean fitsField(String path) {
    boolean fits = pattern.fitsField(path);
    matched |= fits;
    return fits;
  }

  boolean hasMatchedStream() {
    return matchedStream;
  }

  boolean hasMatched() {
    return matched;
  }
}

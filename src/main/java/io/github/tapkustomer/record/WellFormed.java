package io.github.tapkustomer.record;

/**
 * JSON can spell half a surrogate pair ({@code "\ud800"}), UTF-8 cannot: such a half is replaced by
 * U+FFFD.
 */
final class WellFormed {
  private static final char REPLACEMENT = '\uFFFD';

  private WellFormed() {}

  static String text(String text) {
    char[] chars = text.toCharArray();
    return mend(chars, 0, chars.length) ? new String(chars) : text;
  }

  /** Replaces lone halves in place; says whether there were any. */
  static boolean mend(char[] chars, int offset, int length) {
    boolean mended = false;
    int end = offset + length;
    for (int i = offset; i < end; i++) {
      if (chars[i] < Character.MIN_SURROGATE || chars[i] > Character.MAX_SURROGATE) {
        continue;
      }
      boolean pair = i + 1 < end && Character.isSurrogatePair(chars[i], chars[i + 1]);
      if (pair) {
        i++;
      } else {
        chars[i] = REPLACEMENT;
        mended = true;
      }
    }
    return mended;
  }
}

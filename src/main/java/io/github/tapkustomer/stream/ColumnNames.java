package io.github.tapkustomer.stream;

import java.util.Locale;

/**
 * Column names as Stitch's tap forms them: camelCase becomes snake_case, at every depth. Hyphens
 * and everything else stay, except quotation marks and percent signs, at which some targets stop.
 */
public final class ColumnNames {
  private ColumnNames() {}

  /**
   * The column of an attribute: {@code lastMessageAt} is {@code last_message_at}, {@code os00Str}
   * is {@code os00_str}, {@code HTTPServer} is {@code http_server}.
   */
  public static String of(String attribute) {
    StringBuilder marked = new StringBuilder(attribute.length() + 8);
    for (int i = 0; i < attribute.length(); i++) {
      if (beginsCapitalised(attribute, i) || endsLowerRun(attribute, i)) {
        marked.append('_');
      }
      char c = attribute.charAt(i);
      marked.append(c == '"' || c == '%' ? '_' : c);
    }
    return marked.toString().toLowerCase(Locale.ROOT);
  }

  /** A capital followed by a small letter, anywhere but at the start. */
  private static boolean beginsCapitalised(String name, int i) {
    return i > 0 && isUpper(name.charAt(i)) && i + 1 < name.length() && isLower(name.charAt(i + 1));
  }

  /** A capital right after a small letter or a digit. */
  private static boolean endsLowerRun(String name, int i) {
    return i > 0
        && isUpper(name.charAt(i))
        && (isLower(name.charAt(i - 1)) || isDigit(name.charAt(i - 1)));
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

package io.github.tapkustomer;

import java.util.List;

/** Makes text from outside fit for a message: one line, and short. */
public final class OneLine {
  private static final int LONGEST = 300;
  private static final int LONGEST_QUOTED = 80;
  private static final int MOST_LISTED = 10;

  private OneLine() {}

  /** Somebody else's words, such as the message of a failure. */
  public static String of(String text) {
    return shortened(printable(text).strip(), LONGEST);
  }

  /** A name or a value in quotes, which the user can find again in a file. */
  public static String quoted(String text) {
    return quoted(text, LONGEST_QUOTED);
  }

  public static String quoted(String text, int longest) {
    return '"' + shortened(printable(text), longest) + '"';
  }

  /** The texts with commas between them; of many, the first ones and how many more there are. */
  public static String list(List<String> texts) {
    String first = String.join(", ", texts.subList(0, Math.min(texts.size(), MOST_LISTED)));
    int more = texts.size() - MOST_LISTED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "...";
  }
}

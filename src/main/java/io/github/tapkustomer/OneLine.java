package io.github.tapkustomer;

/** Text from outside, made fit to stand in a message: on one line, and short. */
public final class OneLine {
  private static final int LONGEST = 300;
  private static final int LONGEST_QUOTED = 80;

  private OneLine() {}

  /** Words of somebody else, such as of a failure. */
  public static String of(String text) {
    return shortened(printable(text).strip(), LONGEST);
  }

  /** A name or a value to be found again in a file, in quotes. */
  public static String quoted(String text) {
    return quoted(text, LONGEST_QUOTED);
  }

  public static String quoted(String text, int longest) {
    return '"' + shortened(printable(text), longest) + '"';
  }

  private static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "...";
  }
}

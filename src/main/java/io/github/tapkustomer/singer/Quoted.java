package io.github.tapkustomer.singer;

/** Text out of a user's file, made fit to stand in a message: short, on one line, in quotes. */
public final class Quoted {
  private static final int LONGEST = 80;

  private Quoted() {}

  public static String of(String text) {
    String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
    return '"' + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...") + '"';
  }
}

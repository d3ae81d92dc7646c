package io.github.tapkustomer.config;

import java.math.BigDecimal;

/** The numbers that a setting accepts, including both ends unless {@code aboveMinimum}. */
public record Limits(double minimum, boolean aboveMinimum, double maximum) {

  static Limits between(double minimum, double maximum) {
    return new Limits(minimum, false, maximum);
  }

  static Limits above(double minimum, double maximum) {
    return new Limits(minimum, true, maximum);
  }

  boolean contain(double number) {
    boolean highEnough = aboveMinimum ? number > minimum : number >= minimum;
    return highEnough && number <= maximum;
  }

  /** For a sentence: {@code from 1 to 500}, {@code above 0 and up to 3600}. */
  @Override
  public String toString() {
    String range = aboveMinimum ? "above %s and up to %s" : "from %s to %s";
    return String.format(range, plain(minimum), plain(maximum));
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}

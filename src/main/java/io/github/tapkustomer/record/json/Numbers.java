package io.github.tapkustomer.record.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which numbers a column can hold, and how they are written. */
public final class Numbers {
  /** Any double and any 64-bit integer holds so many digits. */
  private static final int SAFE_DIGITS = 15;

  /** No longer text is a number that fits a double or a 64-bit integer. */
  private static final int LONGEST = 800;

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");

  private Numbers() {}

  /** Whether a number is short and simple enough to be written unchanged. */
  public static boolean isPlain(char[] text, int offset, int length, boolean hasFraction) {
    boolean negativeZero = text[offset] == '-' && text[offset + 1] == '0';
    if (length > SAFE_DIGITS || negativeZero) {
      return false;
    }
    for (int i = offset; hasFraction && i < offset + length; i++) {
      if ((text[i] | ' ') == 'e') {
        return false;
      }
    }
    return true;
  }

  /** The JSON number as a 64-bit integer; empty if it is none. */
  public static Optional<String> integer(String number) {
    return exact(number)
        .filter(exact -> exact.precision() - exact.scale() <= 20)
        .filter(exact -> exact.signum() == 0 || exact.precision() - exact.scale() > 0)
        .filter(exact -> exact.stripTrailingZeros().scale() <= 0)
        .map(BigDecimal::toBigIntegerExact)
        .filter(integer -> integer.bitLength() < Long.SIZE)
        .map(Object::toString);
  }

  /** The JSON number with its own digits; empty if a double does not hold them all. */
  public static Optional<String> number(String number) {
    return exact(number)
        .filter(exact -> isHeldByDouble(exact, number))
        .map(exact -> exact.signum() == 0 ? "0" : number);
  }

  /** The integer that a text spells. */
  public static Optional<String> integerInText(String text) {
    return INTEGER.matcher(text).matches() ? integer(text) : Optional.empty();
  }

  /** The number that a text spells. */
  public static Optional<String> numberInText(String text) {
    return text.length() <= LONGEST && NUMBER.matcher(text).matches()
        ? number(text)
        : Optional.empty();
  }

  private static boolean isHeldByDouble(BigDecimal exact, String number) {
    double held = Double.parseDouble(number);
    if (Double.isInfinite(held)) {
      return false;
    }
    // Double.toString does not always give the shortest digits before Java 19.
    MathContext digits =
        new MathContext(exact.stripTrailingZeros().precision(), RoundingMode.HALF_EVEN);
    return new BigDecimal(held).round(digits).compareTo(exact) == 0;
  }

  private static Optional<BigDecimal> exact(String number) {
    if (number.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(number));
    } catch (NumberFormatException exponentOutOfRange) {
      return Optional.empty();
    }
  }
}

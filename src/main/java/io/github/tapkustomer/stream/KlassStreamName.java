package io.github.tapkustomer.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names a klass's stream after the klass alone, so that the name stays the same whatever other
 * klasses there are. Stream names match {@code [a-z_]+}. A klass whose name does too is used as it
 * is: {@code order} gives {@code kobjects_order}. Any other name gets a suffix of eight consonants
 * made from its exact spelling, so {@code order1}, {@code order2} and {@code Order} never share a
 * stream.
 */
final class KlassStreamName {
  private static final String PREFIX = "kobjects_";
  private static final Pattern PLAIN = Pattern.compile("[a-z_]+");

  /** No vowels, so that the suffix is not mistaken for a word, nor a word for the suffix. */
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz";

  private static final int SUFFIX_LENGTH = 8;
  private static final Pattern SUFFIXED =
      Pattern.compile(".*_[" + LETTERS + "]{" + SUFFIX_LENGTH + "}");

  private KlassStreamName() {}

  static String of(String klass) {
    String plain = PREFIX + klass;
    if (PLAIN.matcher(klass).matches() && !SUFFIXED.matcher(plain).matches()) {
      return plain;
    }
    String readable = klass.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
    String trimmed = readable.replaceAll("^_|_$", "");
    return PREFIX + (trimmed.isEmpty() ? "" : trimmed + "_") + suffix(klass);
  }

  private static String suffix(String klass) {
    long rest = UUID.nameUUIDFromBytes(klass.getBytes(UTF_8)).getLeastSignificantBits();
    StringBuilder letters = new StringBuilder(SUFFIX_LENGTH);
    while (letters.length() < SUFFIX_LENGTH) {
      letters.append(LETTERS.charAt((int) Long.remainderUnsigned(rest, LETTERS.length())));
      rest = Long.divideUnsigned(rest, LETTERS.length());
    }
    return letters.toString();
  }
}

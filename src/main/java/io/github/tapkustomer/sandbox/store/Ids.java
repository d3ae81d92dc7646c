package io.github.tapkustomer.sandbox.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Ids of 24 hex digits, computed from an object's ordinal and convertible back. */
public record Ids(long seed) {
  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);
  private static final int ORDINAL_DIGITS = 6;

  public String of(Kind kind, long ordinal) {
    byte[] id = new byte[24];
    digits(Dice.mix(seed + kind.ordinal() * 0x9e37L + (ordinal << 16)), id, 0, 16);
    digits(kind.ordinal(), id, 16, 2);
    digits(ordinal, id, 18, ORDINAL_DIGITS);
    return new String(id, ISO_8859_1);
  }

  /** The ordinal of the generated object with this id, or -1. */
  public int ordinal(Kind kind, String id) {
    if (!id.matches("[0-9a-f]{24}")) {
      return -1;
    }
    int ordinal = Integer.parseInt(id.substring(24 - ORDINAL_DIGITS), 16);
    return of(kind, ordinal).equals(id) ? ordinal : -1;
  }

  private static void digits(long value, byte[] into, int at, int count) {
    long rest = value;
    for (int i = at + count - 1; i >= at; i--) {
      into[i] = HEX[(int) (rest & 15)];
      rest >>>= 4;
    }
  }
}

package io.github.tapkustomer.record.json;

import java.util.concurrent.atomic.LongAdder;

/**
 * Characters that no database accepts: U+0000 and half a surrogate pair. {@link LineBuffer}
 * replaces them in values; names are cleaned here, before a schema has them.
 */
public final class Unicode {
  private Unicode() {}

  /**
   * The name with U+FFFD for each such character.
   *
   * @param replaced counts them
   */
  public static String clean(String name, LongAdder replaced) {
    StringBuilder clean = new StringBuilder(name.length());
    name.codePoints()
        .forEach(
            point -> {
              boolean isBad = point == 0 || point >= 0xD800 && point <= 0xDFFF;
              clean.appendCodePoint(isBad ? 0xFFFD : point);
              replaced.add(isBad ? 1 : 0);
            });
    return clean.toString();
  }
}

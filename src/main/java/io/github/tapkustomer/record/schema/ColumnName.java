package io.github.tapkustomer.record.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Names that stay distinct in a database: within 63 bytes, where PostgreSQL cuts them, and even if
 * case does not count. A name that other fields could share gets a suffix made from the field's own
 * name, so that the order in which fields arrive does not matter.
 */
public final class ColumnName {
  /** The end of a variant's name. */
  public static final String VARIANT = "__v_text";

  private static final int LONGEST = 63;
  private static final int HASH_DIGITS = 6;

  private ColumnName() {}

  /**
   * The column at the top of a record.
   *
   * @param column the name in snake_case
   * @param attribute the name that the API gives the field
   */
  public static String atTop(String column, String attribute) {
    boolean isOwn =
        camelCase(column).equals(attribute)
            && folded(column).equals(column)
            && !column.endsWith(VARIANT);
    return isOwn && length(column) <= LONGEST ? column : withHash(column, attribute, LONGEST);
  }

  /** The column for the values that do not fit the given one. */
  public static String variant(String column) {
    int longest = LONGEST - VARIANT.length();
    return (length(column) <= longest ? column : withHash(column, column, longest)) + VARIANT;
  }

  /** The name with a suffix that no other field's has. */
  public static String withHash(String column, String field) {
    return withHash(column, field, LONGEST);
  }

  private static String withHash(String column, String field, int longest) {
    String suffix = "_" + hash(field);
    int end = column.length();
    while (length(column.substring(0, end)) + suffix.length() > longest) {
      end = column.offsetByCodePoints(end, -1);
    }
    return column.substring(0, end) + suffix;
  }

  /** The usual spelling of the attribute with this column. */
  private static String camelCase(String column) {
    StringBuilder name = new StringBuilder(column.length());
    for (int i = 0; i < column.length(); i++) {
      boolean next = column.charAt(i) == '_' && i > 0 && i + 1 < column.length();
      char c = next ? column.charAt(i + 1) : column.charAt(i);
      if (next && (c >= 'a' && c <= 'z')) {
        name.append((char) (c - 'a' + 'A'));
        i++;
      } else {
        name.append(column.charAt(i));
      }
    }
    return name.toString();
  }

  private static String folded(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static int length(String name) {
    return name.getBytes(UTF_8).length;
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package io.github.tapkustomer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kustomer's timestamps, ISO 8601 in UTC with milliseconds, and the forms that others write. */
public final class Timestamps {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:?\\d\\d)");
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LENIENT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendPattern("[xx]")
          .parseLenient()
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Timestamps() {}

  /** With milliseconds; finer only where the instant is. */
  public static String format(Instant instant) {
    return instant.getNano() % 1_000_000 == 0 ? MILLIS.format(instant) : instant.toString();
  }

  /**
   * The instant that a text names: a full timestamp with any offset, one without (read as UTC), or
   * a date (midnight UTC). Empty if it is none of these, or outside the years 1 to 9999.
   */
  public static Optional<Instant> parse(String text) {
    char[] chars = text.toCharArray();
    if (isPlain(chars, 0, chars.length)) {
      return Optional.of(instant(chars));
    }
    try {
      TemporalAccessor parsed =
          LENIENT.parseBest(
              withT(text), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      Instant instant;
      if (parsed instanceof OffsetDateTime full) {
        instant = full.toInstant();
      } else if (parsed instanceof LocalDateTime local) {
        instant = local.toInstant(ZoneOffset.UTC);
      } else {
        instant = LocalDate.from(parsed).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      return instant.isBefore(FIRST) || instant.isAfter(LAST)
          ? Optional.empty()
          : Optional.of(instant);
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  /** The instant of a full timestamp with an offset, as in RFC 3339; empty for other forms. */
  public static Optional<Instant> parseRfc3339(String text) {
    return RFC_3339.matcher(text).matches() ? parse(text) : Optional.empty();
  }

  private static String withT(String text) {
    return text.length() > 10 && text.charAt(10) == ' '
        ? text.substring(0, 10) + 'T' + text.substring(11)
        : text;
  }

  /** Whether the text has exactly the form of Kustomer's timestamps and is a real date. */
  public static boolean isPlain(char[] text, int offset, int length) {
    return length == 24 && hasForm(text, offset) && isDate(text, offset);
  }

  private static boolean hasForm(char[] text, int offset) {
    return text[offset + 4] == '-'
        && text[offset + 7] == '-'
        && text[offset + 10] == 'T'
        && text[offset + 13] == ':'
        && text[offset + 16] == ':'
        && text[offset + 19] == '.'
        && text[offset + 23] == 'Z';
  }

  /** Whether there are digits wherever they must be, and they make a date and a time of day. */
  private static boolean isDate(char[] text, int offset) {
    int year = digits(text, offset, 4);
    int month = digits(text, offset + 5, 2);
    int day = digits(text, offset + 8, 2);
    int hour = digits(text, offset + 11, 2);
    int minute = digits(text, offset + 14, 2);
    int second = digits(text, offset + 17, 2);
    int millis = digits(text, offset + 20, 3);
    boolean inRange =
        year >= 1 && month >= 1 && month <= 12 && day >= 1 && hour >= 0 && hour < 24 && millis >= 0;
    return inRange
        && minute >= 0
        && minute < 60
        && second >= 0
        && second < 60
        && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
  }

  private static Instant instant(char[] plain) {
    LocalDate date = LocalDate.of(digits(plain, 0, 4), digits(plain, 5, 2), digits(plain, 8, 2));
    long seconds =
        date.toEpochDay() * 86_400
            + digits(plain, 11, 2) * 3_600L
            + digits(plain, 14, 2) * 60L
            + digits(plain, 17, 2);
    return Instant.ofEpochSecond(seconds, digits(plain, 20, 3) * 1_000_000L);
  }

  /** The number that these digits make; negative if other characters are among them. */
  private static int digits(char[] text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}

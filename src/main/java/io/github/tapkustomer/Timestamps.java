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

/** Kustomer's timestamps, ISO 8601 in UTC with milliseconds, and the forms that others write. */
public final class Timestamps {
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
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
   * a date (its midnight in UTC). Empty where it is none of these, or outside the years 0 to 9999.
   */
  public static Optional<Instant> parse(String text) {
    if (isCanonical(text)) {
      Instant fast = parseCanonical(text);
      if (fast != null) {
        return Optional.of(fast);
      }
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

  private static String withT(String text) {
    return text.length() > 10 && text.charAt(10) == ' '
        ? text.substring(0, 10) + 'T' + text.substring(11)
        : text;
  }

  /** Whether the text has the very form of Kustomer's timestamps, the digits' values unchecked. */
  public static boolean isCanonical(String text) {
    if (text.length() != 24) {
      return false;
    }
    for (int i = 0; i < 24; i++) {
      char c = text.charAt(i);
      boolean fits =
          switch (i) {
            case 4, 7 -> c == '-';
            case 10 -> c == 'T';
            case 13, 16 -> c == ':';
            case 19 -> c == '.';
            case 23 -> c == 'Z';
            default -> c >= '0' && c <= '9';
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** Whether a canonical text is a date that every calendar has, so that it can stay as it is. */
  public static boolean isPlain(String canonical) {
    return parseCanonical(canonical) != null;
  }

  private static Instant parseCanonical(String text) {
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    int second = digits(text, 17, 19);
    boolean plain =
        month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60 && second < 60;
    if (!plain || day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
      return null;
    }
    long epochDay = LocalDate.of(year, month, day).toEpochDay();
    long seconds = epochDay * 86_400 + hour * 3_600L + minute * 60L + second;
    return Instant.ofEpochSecond(seconds, digits(text, 20, 23) * 1_000_000L);
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }
}

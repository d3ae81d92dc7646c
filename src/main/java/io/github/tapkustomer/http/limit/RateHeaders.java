package io.github.tapkustomer.http.limit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an answer says about its budget. Any part can be absent.
 *
 * @param window limit, remaining and reset, if all three were there
 * @param retryAfter how long to wait, from {@code Retry-After} in seconds or as a date
 */
public record RateHeaders(Optional<Window> window, Optional<Duration> retryAfter) {
  public static final RateHeaders NONE = new RateHeaders(Optional.empty(), Optional.empty());

  /**
   * One window of a budget.
   *
   * @param limit requests allowed in it
   * @param remaining requests left in it
   * @param resetSeconds when it ends, UTC epoch seconds on the server's clock
   */
  public record Window(int limit, int remaining, long resetSeconds) {}

  /**
   * Reads the headers.
   *
   * @param header a header's value by its name, null where absent
   * @param serverNow the server's time, against which a {@code Retry-After} date is held
   */
  public static RateHeaders read(Function<String, String> header, Instant serverNow) {
    Optional<Long> limit = wholeNumber(header.apply("x-ratelimit-limit"));
    Optional<Long> remaining = wholeNumber(header.apply("x-ratelimit-remaining"));
    Optional<Long> reset = wholeNumber(header.apply("x-ratelimit-reset"));
    Optional<Window> window = Optional.empty();
    if (limit.isPresent() && limit.get() > 0 && remaining.isPresent() && reset.isPresent()) {
      int cap = (int) Math.min(limit.get(), 1_000_000);
      int left = (int) Math.max(0, Math.min(remaining.get(), cap));
      window = Optional.of(new Window(cap, left, epochSeconds(reset.get(), serverNow)));
    }
    return new RateHeaders(window, retryAfter(header.apply("Retry-After"), serverNow));
  }

  /**
   * The documented form is epoch seconds; milliseconds, and seconds from now, are understood too.
   */
  private static long epochSeconds(long reset, Instant serverNow) {
    if (reset > 100_000_000_000L) {
      return reset / 1000;
    }
    return reset < 1_000_000 ? serverNow.getEpochSecond() + reset : reset;
  }

  private static Optional<Duration> retryAfter(String value, Instant serverNow) {
    Optional<Long> seconds = wholeNumber(value);
    if (value == null || seconds.isPresent()) {
      return seconds.map(Duration::ofSeconds);
    }
    try {
      Instant until =
          ZonedDateTime.parse(value.trim(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(serverNow, until));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static Optional<Long> wholeNumber(String value) {
    if (value == null || !value.trim().matches("\\d{1,18}(\\.\\d+)?")) {
      return Optional.empty();
    }
    return Optional.of(Long.parseLong(value.trim().split("\\.")[0]));
  }
}

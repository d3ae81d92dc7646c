package io.github.tapkustomer.sandbox.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads times from query strings. */
public final class Times {
  private Times() {}

  public static long parameter(Request request, String name, long preset) {
    Optional<String> given = request.query(name);
    if (given.isEmpty()) {
      return preset;
    }
    try {
      return parse(given.get()).toEpochMilli();
    } catch (DateTimeException e) {
      throw ApiError.badParameter(name, "not a date: " + given.get());
    }
  }

  private static Instant parse(String text) {
    return text.indexOf('T') < 0
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }
}

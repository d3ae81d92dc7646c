package io.github.tapkustomer.sandbox.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.store.Interval;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;

/** Reads the operators of a condition on a date. */
final class DateRange {
  private DateRange() {}

  /** Reads {@code {"gte": "2026-01-01", "lt": "2026-02-01"}}. */
  static Interval read(JsonNode operators, String place, ZoneId zone) {
    Interval interval = Interval.ALWAYS;
    for (Map.Entry<String, JsonNode> operator : operators.properties()) {
      interval = interval.and(interval(operator.getKey(), operator.getValue(), place, zone));
    }
    return interval;
  }

  private static Interval interval(String operator, JsonNode value, String place, ZoneId zone) {
    Interval moment = moment(value, place, zone);
    return switch (operator) {
      case "gt" -> new Interval(moment.until(), Long.MAX_VALUE);
      case "gte" -> new Interval(moment.from(), Long.MAX_VALUE);
      case "lt" -> new Interval(Long.MIN_VALUE, moment.from());
      case "lte" -> new Interval(Long.MIN_VALUE, moment.until());
      case "equals" -> moment;
      default -> throw ApiError.badBody(place, "unknown operator " + operator);
    };
  }

  /** A bare date stands for its whole day, a time for its millisecond. */
  private static Interval moment(JsonNode value, String place, ZoneId zone) {
    if (!value.isTextual()) {
      throw ApiError.badBody(place, "a date must be a string");
    }
    String text = value.textValue();
    try {
      if (text.length() == "2026-01-01".length()) {
        LocalDate day = LocalDate.parse(text);
        return new Interval(startOf(day, zone), startOf(day.plusDays(1), zone));
      }
      long millis = OffsetDateTime.parse(text).toInstant().toEpochMilli();
      return new Interval(millis, millis + 1);
    } catch (DateTimeException e) {
      throw ApiError.badBody(place, "not a date: " + text);
    }
  }

  private static long startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}

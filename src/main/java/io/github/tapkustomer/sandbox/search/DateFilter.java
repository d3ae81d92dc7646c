package io.github.tapkustomer.sandbox.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.store.Context;
import io.github.tapkustomer.sandbox.store.Interval;
import io.github.tapkustomer.sandbox.store.Version;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;

/** A condition on when an object was created or updated. */
record DateFilter(boolean onCreation, Interval interval) implements Predicate<Version> {

  @Override
  public boolean test(Version version) {
    return interval.contains(onCreation ? version.createdAt() : version.updatedAt());
  }

  /** Reads {@code {"conversation_updated_at": {"gte": "2026-01-01"}}}. */
  static DateFilter read(JsonNode entry, String pointer, Context context, ZoneId zone) {
    if (!entry.isObject() || entry.size() != 1) {
      throw ApiError.badBody(pointer, "each condition is an object with one attribute");
    }
    Map.Entry<String, JsonNode> only = entry.properties().iterator().next();
    boolean onCreation = isCreation(only.getKey(), pointer, context);
    JsonNode operators = only.getValue();
    String place = pointer + "/" + only.getKey();
    if (!operators.isObject() || operators.isEmpty()) {
      throw ApiError.badBody(place, "an attribute takes an object of operators");
    }
    Interval interval = Interval.ALWAYS;
    for (Map.Entry<String, JsonNode> operator : operators.properties()) {
      interval = interval.and(interval(operator.getKey(), operator.getValue(), place, zone));
    }
    return new DateFilter(onCreation, interval);
  }

  /** Whether the attribute is the context's time of creation, rather than of update. */
  static boolean isCreation(String attribute, String pointer, Context context) {
    for (String prefix : new String[] {context.kind().apiName, context.apiName()}) {
      if (attribute.equals(prefix + "_updated_at")) {
        return false;
      }
      if (attribute.equals(prefix + "_created_at")) {
        return true;
      }
    }
    throw ApiError.badBody(
        pointer, "unknown attribute " + attribute + " in context " + context.apiName());
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

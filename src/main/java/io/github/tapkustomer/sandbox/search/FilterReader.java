package io.github.tapkustomer.sandbox.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.store.Context;
import io.github.tapkustomer.sandbox.store.Ids;
import io.github.tapkustomer.sandbox.store.Interval;
import io.github.tapkustomer.sandbox.store.Kind;
import java.time.ZoneId;
import java.util.Map;

/** Reads conditions such as {@code {"conversation_updated_at": {"gte": "2026-01-01"}}}. */
record FilterReader(Context context, ZoneId zone, Ids ids) {
  private static final String CHILD_DATES = "conversation_(time|satisfaction)_[a-z]+_at";
  private static final String SURVEY_STATUS = "conversation_satisfaction_status";

  Filter read(JsonNode entry, String pointer) {
    if (!entry.isObject() || entry.size() != 1) {
      throw ApiError.badBody(pointer, "each condition is an object with one attribute");
    }
    Map.Entry<String, JsonNode> only = entry.properties().iterator().next();
    String attribute = only.getKey();
    JsonNode operators = only.getValue();
    String place = pointer + "/" + attribute;
    boolean ofConversation = context.kind() == Kind.CONVERSATION;
    if (ofConversation && attribute.equals(SURVEY_STATUS)) {
      return status(operators, place);
    }
    if (ofConversation && attribute.matches(CHILD_DATES)) {
      ChildDates dates = ChildDates.named(attribute, pointer);
      Interval interval = interval(operators, place);
      return Filter.on(
          version ->
              interval.overlaps(version.createdAt(), version.updatedAt())
                  && dates.of(ids, version).stream().anyMatch(interval::contains));
    }
    boolean onCreation = SortKey.isCreation(attribute, pointer, context);
    Interval interval = interval(operators, place);
    return onCreation
        ? Filter.on(version -> interval.contains(version.createdAt()))
        : Filter.onUpdate(interval);
  }

  private Interval interval(JsonNode operators, String place) {
    if (!operators.isObject() || operators.isEmpty()) {
      throw ApiError.badBody(place, "an attribute takes an object of operators");
    }
    return DateRange.read(operators, place, zone);
  }

  private Filter status(JsonNode operators, String place) {
    if (operators.size() != 1 || !operators.path("equals").isTextual()) {
      throw ApiError.badBody(place, "a status takes the operator equals and a string");
    }
    String wanted = operators.path("equals").textValue();
    return Filter.on(version -> ChildDates.surveyStatus(ids, version).equals(wanted));
  }
}

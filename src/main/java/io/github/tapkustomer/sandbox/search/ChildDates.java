package io.github.tapkustomer.sandbox.search;

import io.github.tapkustomer.sandbox.bodies.conversation.HandleTimes;
import io.github.tapkustomer.sandbox.bodies.conversation.SatisfactionBodies;
import io.github.tapkustomer.sandbox.organization.ConversationCourse;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.store.Ids;
import io.github.tapkustomer.sandbox.store.Version;
import java.util.List;
import java.util.Locale;

/** Dates of what belongs to a conversation, by which conversations can be searched. */
enum ChildDates {
  CONVERSATION_TIME_CREATED_AT,
  CONVERSATION_TIME_HANDLE_AT,
  CONVERSATION_TIME_MESSAGE_AT,
  CONVERSATION_TIME_NOTE_AT,
  CONVERSATION_SATISFACTION_CREATED_AT;

  static ChildDates named(String attribute, String pointer) {
    for (ChildDates dates : values()) {
      if (dates.name().toLowerCase(Locale.ROOT).equals(attribute)) {
        return dates;
      }
    }
    throw ApiError.badBody(pointer, "unknown attribute " + attribute);
  }

  List<Long> of(Ids ids, Version conversation) {
    if (conversation.given() != null) {
      return List.of();
    }
    return switch (this) {
      case CONVERSATION_TIME_CREATED_AT, CONVERSATION_TIME_HANDLE_AT ->
          HandleTimes.of(ids, conversation).stream().map(Version::createdAt).toList();
      case CONVERSATION_TIME_MESSAGE_AT ->
          course(ids, conversation).isAnswered(conversation.updatedAt())
              ? List.of(course(ids, conversation).secondMessageAt())
              : List.of();
      case CONVERSATION_TIME_NOTE_AT -> List.of();
      case CONVERSATION_SATISFACTION_CREATED_AT ->
          surveyStatus(ids, conversation).isEmpty()
              ? List.of()
              : List.of(course(ids, conversation).surveyedAt());
    };
  }

  /** Empty if no survey was sent. */
  static String surveyStatus(Ids ids, Version conversation) {
    if (conversation.given() != null) {
      return "";
    }
    ConversationCourse course = course(ids, conversation);
    String status = SatisfactionBodies.status(course, conversation.updatedAt());
    return status == null ? "" : status;
  }

  private static ConversationCourse course(Ids ids, Version conversation) {
    return ConversationCourse.of(ids.seed(), conversation.ordinal(), conversation.createdAt());
  }
}

package io.github.tapkustomer.sandbox.bodies.conversation;

import io.github.tapkustomer.sandbox.organization.ConversationCourse;
import io.github.tapkustomer.sandbox.record.Subject;

/** The courses of events behind the records of conversations. */
final class Courses {
  private Courses() {}

  static ConversationCourse of(Subject conversation) {
    return of(conversation, conversation.ordinal(), conversation.createdAt());
  }

  static ConversationCourse of(Subject it, int conversation, long createdAt) {
    return ConversationCourse.of(it.ids().seed(), conversation, createdAt);
  }
}

package io.github.tapkustomer.sandbox.bodies.conversation;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.ConversationCourse;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.store.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The survey of a conversation: its part of the conversation, and its answer as a record of its
 * own.
 */
public final class SatisfactionBodies {
  private static final long PATIENCE = 86_400_000;
  private static final int POINTS = 20;

  private SatisfactionBodies() {}

  /** Rated conversations name the answer that {@code satisfaction-responses} serves. */
  static void level(JsonOut out, Subject it, ConversationCourse course) {
    long until = it.updatedAt();
    String status = status(course, until);
    out.open("satisfactionLevel").openList("sentByTeams").text(it.idOf(Kind.TEAM, course.team()));
    out.closeList().openList("answers").closeList();
    if (status == null) {
      out.close();
      return;
    }
    boolean rated = status.equals("rated");
    out.text("status", status).text("channel", "email");
    out.text("form", it.idOf(Kind.SATISFACTION, it.ordinal() % Population.FORMS));
    out.text("sentBy", it.idOf(Kind.USER, course.agent()));
    out.time("scheduledFor", course.surveyedAt()).time("createdAt", course.surveyedAt());
    out.time("sentAt", course.surveyedAt());
    out.time("updatedAt", rated ? course.ratedAt() : course.surveyedAt());
    if (rated) {
      out.text("formResponse", it.idOf(Kind.SATISFACTION_RESPONSE, it.ordinal()));
      rating(out, course).text("firstAnswer", "Fine");
    }
    out.close();
    if (rated) {
      out.hundredths("satisfaction", course.rating() * 100L);
    }
  }

  /** The status of the survey at that time, or null if none was sent. */
  public static @Nullable String status(ConversationCourse course, long until) {
    if (course.surveyedAt() > until) {
      return null;
    }
    if (course.isRated(until)) {
      return "rated";
    }
    return until - course.surveyedAt() > PATIENCE ? "unresponded" : "offered";
  }

  public static void response(JsonOut out, Subject it) {
    ConversationCourse course = Courses.of(it);
    rating(out, course).text("status", "rated");
    out.openList("answers").open().text("question", "Anything else?").text("answer", "Fine");
    out.close().closeList().time("createdAt", course.surveyedAt());
    out.time("updatedAt", course.ratedAt());
  }

  private static JsonOut rating(JsonOut out, ConversationCourse course) {
    return out.number("rating", course.rating()).number("score", (long) course.rating() * POINTS);
  }

  public static void ofResponse(Relations relations, Subject it) {
    relations.to("conversation", Kind.CONVERSATION, it.ordinal());
    relations.to("customer", Kind.CUSTOMER, Population.customerOfConversation(it.ordinal()));
    relations.to("createdBy", Kind.USER, Courses.of(it).agent());
  }
}

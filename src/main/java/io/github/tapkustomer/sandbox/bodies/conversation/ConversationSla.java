package io.github.tapkustomer.sandbox.bodies.conversation;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.ConversationCourse;
import io.github.tapkustomer.sandbox.organization.Population;

/** The service level that a conversation was promised, and whether it was kept. */
public final class ConversationSla {
  private static final long MINUTE = 60_000;
  private static final int FIRST_RESPONSE_MINUTES = 60;

  private ConversationSla() {}

  static boolean isMatched(int conversation) {
    return conversation % 3 == 0;
  }

  static int of(int conversation) {
    return conversation % Population.SLAS;
  }

  public static String name(int sla) {
    return sla == 0 ? "Standard" : "Level " + sla;
  }

  /** How long the first response may take, by the conversation's priority from 1 to 5. */
  private static int firstResponseMinutes(int priority) {
    return FIRST_RESPONSE_MINUTES * (6 - priority);
  }

  static void write(JsonOut out, ConversationCourse course, long until) {
    if (!isMatched(course.ordinal())) {
      return;
    }
    long due = course.createdAt() + firstResponseMinutes(course.priority()) * MINUTE;
    boolean answered = course.isAnswered(until);
    boolean breached = (answered ? course.secondMessageAt() : until) > due;
    boolean satisfied = answered && !breached;
    out.open("sla").text("name", name(of(course.ordinal()))).number("version", 2);
    out.time("matchedAt", course.createdAt()).flag("breached", breached);
    out.text("status", breached ? "breached" : satisfied ? "satisfied" : "pending");
    out.open("metrics").open("firstResponse");
    if (satisfied) {
      out.time("satisfiedAt", course.secondMessageAt());
    } else {
      out.none("satisfiedAt");
    }
    out.time("breachAt", due).close();
    out.open("longestUnrespondedMessage").none("satisfiedAt").close().close().open("summary");
    if (satisfied) {
      out.time("satisfiedAt", course.secondMessageAt()).none("firstBreachAt").close();
    } else if (breached) {
      out.none("satisfiedAt").time("firstBreachAt", due).close();
    } else {
      out.none("satisfiedAt").none("firstBreachAt").close();
    }
    out.open("breach").close().close();
  }
}

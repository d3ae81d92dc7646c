package io.github.tapkustomer.sandbox.bodies.conversation;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.ConversationCourse;
import io.github.tapkustomer.sandbox.organization.ConversationCourse.Resolution;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Ids;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Version;
import java.util.ArrayList;
import java.util.List;

/** How long agents worked on a conversation: in seconds in v1, in milliseconds in v2. */
public final class HandleTimes {
  private static final int TIMES_PER_CONVERSATION = 4;
  private static final long LONGEST_MILLIS = 45 * 60_000L;

  /** A time during which the agent worked on it. */
  private record Stretch(long from, long until, boolean answers) {
    long millis() {
      return Math.min(LONGEST_MILLIS, until - from);
    }
  }

  private HandleTimes() {}

  /** Those that ended before the conversation's last change. */
  public static List<Version> of(Ids ids, Version conversation) {
    ConversationCourse course =
        ConversationCourse.of(ids.seed(), conversation.ordinal(), conversation.createdAt());
    List<Version> times = new ArrayList<>();
    List<Stretch> stretches = stretches(course);
    for (int i = 0; i < stretches.size(); i++) {
      long at = stretches.get(i).until;
      if (at <= conversation.updatedAt()) {
        int ordinal = conversation.ordinal() * TIMES_PER_CONVERSATION + i;
        times.add(new Version(ordinal, at, at, 1, false, null, null));
      }
    }
    return times;
  }

  private static List<Stretch> stretches(ConversationCourse course) {
    List<Stretch> stretches = new ArrayList<>();
    if (course.answered()) {
      stretches.add(new Stretch(course.acceptedAt(), course.secondMessageAt(), true));
    }
    long from = course.thirdMessageAt();
    for (Resolution each : course.resolutions()) {
      stretches.add(new Stretch(Math.max(from, each.acceptedAt()), each.doneAt(), false));
    }
    return stretches;
  }

  public static void inSeconds(JsonOut out, Subject it) {
    write(out, it, 1000);
  }

  public static void inMillis(JsonOut out, Subject it) {
    write(out, it, 1);
    out.number("noteTime", stretch(it).millis() / 8).number("notesSent", 0);
  }

  private static void write(JsonOut out, Subject it, long unit) {
    ConversationCourse course = Courses.of(it, conversation(it), 0);
    Stretch stretch = stretch(it);
    String team = it.idOf(Kind.TEAM, course.team());
    out.time("createdAt", it.createdAt()).texts("createdByTeams", team);
    out.texts("assignedUsers", it.idOf(Kind.USER, course.agent())).texts("assignedTeams", team);
    out.time("handleAt", it.createdAt()).number("handleTime", stretch.millis() / unit);
    out.texts("channels", Words.CHANNELS.get(course.channel()));
    if (stretch.answers) {
      out.time("messageAt", it.createdAt()).number("messageTime", stretch.millis() / 2 / unit);
    }
    out.number("messagesSent", stretch.answers ? 1 : 0).flag("resolved", !stretch.answers);
    out.flag("touched", true).flag("reopened", false).flag("snoozed", false);
  }

  /** Its times count from the conversation's creation. */
  private static Stretch stretch(Subject it) {
    return stretches(Courses.of(it, conversation(it), 0))
        .get(it.ordinal() % TIMES_PER_CONVERSATION);
  }

  private static int conversation(Subject it) {
    return it.ordinal() / TIMES_PER_CONVERSATION;
  }

  public static void ofTime(Relations relations, Subject it) {
    int conversation = conversation(it);
    relations.to("conversation", Kind.CONVERSATION, conversation);
    relations.to("customer", Kind.CUSTOMER, Population.customerOfConversation(conversation));
    relations.to("createdBy", Kind.USER, Courses.of(it, conversation, 0).agent());
  }
}

package io.github.tapkustomer.sandbox.bodies.conversation;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.ConversationCourse;
import io.github.tapkustomer.sandbox.organization.ConversationCourse.Resolution;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.store.Ids;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of a conversation: those of its course, and one for each later change. */
public final class EventBodies {
  private static final int EVENTS_PER_CONVERSATION = 64;
  private static final int FIRST_CHANGE = 16;

  /** One value that an event replaces. */
  private record Step(long at, String attribute, @Nullable String before, String after) {}

  private EventBodies() {}

  /** The events up to the conversation's last change, oldest first. */
  public static List<Version> of(Ids ids, Version conversation, List<Long> changes) {
    ConversationCourse course =
        ConversationCourse.of(ids.seed(), conversation.ordinal(), conversation.createdAt());
    List<Version> events = new ArrayList<>();
    int first = conversation.ordinal() * EVENTS_PER_CONVERSATION;
    if (conversation.given() == null) {
      List<Step> steps = steps(ids, course);
      for (int i = 0; i < steps.size() && steps.get(i).at <= conversation.updatedAt(); i++) {
        events.add(at(first + i, steps.get(i).at));
      }
    } else {
      events.add(at(first, conversation.createdAt()));
    }
    int most = EVENTS_PER_CONVERSATION - FIRST_CHANGE;
    for (int i = 0; i < Math.min(changes.size(), most); i++) {
      events.add(at(first + FIRST_CHANGE + i, changes.get(i)));
    }
    return events;
  }

  private static Version at(int ordinal, long at) {
    return new Version(ordinal, at, at, 1, false, null, null);
  }

  private static List<Step> steps(Ids ids, ConversationCourse course) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(course.createdAt(), "status", null, "open"));
    String team = ids.of(Kind.TEAM, course.team());
    steps.add(new Step(course.routedAt(), "assignedTeams", null, team));
    if (course.answered()) {
      String agent = ids.of(Kind.USER, course.agent());
      steps.add(new Step(course.acceptedAt(), "assignedUsers", null, agent));
    }
    if (course.snoozedAt() != ConversationCourse.NEVER) {
      steps.add(new Step(course.snoozedAt(), "status", "open", "snoozed"));
      steps.add(new Step(course.snoozeEndsAt(), "status", "snoozed", "open"));
    }
    for (Resolution each : course.resolutions()) {
      if (each.openedAt() > course.createdAt()) {
        steps.add(new Step(each.openedAt(), "status", "done", "open"));
      }
      steps.add(new Step(each.doneAt(), "status", "open", "done"));
    }
    return steps;
  }

  public static void event(JsonOut out, Subject it) {
    int number = it.ordinal() % EVENTS_PER_CONVERSATION;
    out.text("name", number == 0 ? "kustomer.conversation.create" : "kustomer.conversation.update");
    out.text("type", "conversation").time("publishedAt", it.updatedAt());
    it.times(out);
    out.open("changes").open("attributes");
    if (number >= FIRST_CHANGE) {
      out.open("priority").text("op", "replace").number("before", it.dice().between(1, 5));
      out.number("after", it.dice().between(1, 5)).close();
    } else if (number > 0) {
      int conversation = it.ordinal() / EVENTS_PER_CONVERSATION;
      change(out, steps(it.ids(), Courses.of(it, conversation, 0)).get(number));
    }
    out.close().open("relationships").close().close().none("location").open("meta").close();
  }

  private static void change(JsonOut out, Step step) {
    out.open(step.attribute).text("op", step.before == null ? "add" : "replace");
    if (step.before == null) {
      out.openList("before").closeList().texts("after", step.after).close();
    } else {
      out.text("before", step.before).text("after", step.after).close();
    }
  }

  public static void ofEvent(Relations relations, Subject it) {
    int conversation = it.ordinal() / EVENTS_PER_CONVERSATION;
    relations.to("conversation", Kind.CONVERSATION, conversation);
    relations.to("customer", Kind.CUSTOMER, Population.customerOfConversation(conversation));
    relations.madeBy();
  }
}

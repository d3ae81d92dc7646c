package io.github.tapkustomer.sandbox.bodies.conversation;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.BusinessHours;
import io.github.tapkustomer.sandbox.organization.ConversationCourse;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Ids;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * How a conversation came from a queue to an agent: one item for each time that it was opened.
 * Kustomer documents only {@code status}, with some of its values, and {@code queuedCount}; the
 * other names are those of payloads that users of Kustomer have published.
 */
public final class WorkItems {
  private static final int ITEMS_PER_CONVERSATION = 2;
  private static final long ROUTING_MILLIS = 30_000;

  private WorkItems() {}

  /** It is created when it was queued, and updated with the conversation. */
  public static List<Version> of(Ids ids, Version conversation) {
    ConversationCourse course =
        ConversationCourse.of(ids.seed(), conversation.ordinal(), conversation.createdAt());
    List<Version> items = new ArrayList<>();
    for (int i = 0; i < ITEMS_PER_CONVERSATION; i++) {
      long queued = queuedAt(course, i);
      if (queued <= conversation.updatedAt()) {
        int ordinal = conversation.ordinal() * ITEMS_PER_CONVERSATION + i;
        items.add(new Version(ordinal, queued, conversation.updatedAt(), 1, false, null, null));
      }
    }
    return items;
  }

  private static long queuedAt(ConversationCourse course, int item) {
    if (item == 0) {
      return course.createdAt();
    }
    return course.resolutions().size() > item
        ? course.resolutions().get(item).openedAt()
        : ConversationCourse.NEVER;
  }

  public static void item(JsonOut out, Subject it) {
    int number = it.ordinal() % ITEMS_PER_CONVERSATION;
    ConversationCourse plan = Courses.of(it, conversation(it), 0);
    // A plan that starts at zero gives the durations, whenever the conversation was created.
    ConversationCourse course =
        Courses.of(it, conversation(it), it.createdAt() - queuedAt(plan, number));
    long routed = number == 0 ? course.routedAt() : it.createdAt() + ROUTING_MILLIS;
    long accepted =
        number == 0 ? course.acceptedAt() : course.resolutions().get(number).acceptedAt();
    long done =
        course.resolutions().size() > number
            ? course.resolutions().get(number).doneAt()
            : ConversationCourse.NEVER;
    long until = it.updatedAt();
    out.text("status", status(routed, accepted, done, until));
    out.text("resourceType", "conversation").text("channel", Words.CHANNELS.get(course.channel()));
    out.number("priority", course.priority()).number("itemSize", 1).number("queuedCount", 1);
    out.time("firstEnterQueueAt", it.createdAt());
    at(out, "completedAt", done, until);
    out.open("ivr").number("time", 0).number("businessTime", 0).close().open("handle");
    if (done <= until) {
      out.number("time", done - accepted);
      out.number("businessTime", BusinessHours.between(accepted, done));
    }
    out.close().open("lastRevision").time("enteredQueueAt", it.createdAt());
    at(out, "acceptedAt", accepted, until);
    out.close();
    it.times(out);
  }

  private static String status(long routed, long accepted, long done, long until) {
    if (done <= until) {
      return "completed";
    }
    return accepted <= until ? "assigned" : routed <= until ? "routed" : "queued";
  }

  private static void at(JsonOut out, String name, long at, long until) {
    if (at <= until) {
      out.time(name, at);
    } else {
      out.none(name);
    }
  }

  private static int conversation(Subject it) {
    return it.ordinal() / ITEMS_PER_CONVERSATION;
  }

  public static void ofItem(Relations relations, Subject it) {
    int conversation = conversation(it);
    ConversationCourse plan = Courses.of(it, conversation, 0);
    relations.to("resource", Kind.CONVERSATION, conversation);
    relations.to("conversation", Kind.CONVERSATION, conversation);
    relations.to("customer", Kind.CUSTOMER, Population.customerOfConversation(conversation));
    relations.to("queue", Kind.QUEUE, conversation % Population.QUEUES);
    relations.to("team", Kind.TEAM, plan.team()).to("user", Kind.USER, plan.agent());
  }
}

package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.bodies.conversation.ConversationSla;
import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.store.Kind;

/** Service levels and their versions: two each, of which the second is current. */
final class SlaBodies {
  private SlaBodies() {}

  static void sla(JsonOut out, Subject it) {
    out.number("currentVersion", 2).time("createdAt", it.createdAt());
  }

  static void ofSla(Relations relations, Subject it) {
    relations.to("createdBy", Kind.USER, it.user());
    relations.toMany("versions", Kind.SLA_VERSION, it.ordinal() * 2, it.ordinal() * 2 + 1);
  }

  static void version(JsonOut out, Subject it) {
    out.text("name", ConversationSla.name(it.ordinal() / 2));
    out.none("description").number("version", 1 + it.ordinal() % 2);
    out.text("hours", it.idOf(Kind.SCHEDULE, 0)).open("metrics");
    metric(out, "firstResponse", true, 60);
    metric(out, "longestUnrespondedMessage", true, 120);
    metric(out, "totalConversationOpenTime", false, 1440);
    metric(out, "totalCustomerWaitTime", false, 720);
    out.close().open("criteria").openList("and").open().open("conversation_channel");
    out.text("operator", "equals").text("value", "email").close().close().closeList().close();
    out.time("createdAt", it.createdAt());
  }

  /** Limits by the conversation's priority, 1 to 5. */
  private static void metric(JsonOut out, String name, boolean enabled, int limit) {
    out.open(name).flag("enabled", enabled).open("times");
    for (int priority = 1; priority <= 5; priority++) {
      out.number("" + priority, (long) limit * (6 - priority));
    }
    out.close().close();
  }

  static void ofVersion(Relations relations, Subject it) {
    relations.to("createdBy", Kind.USER, it.user()).to("sla", Kind.SLA, it.ordinal() / 2);
  }
}

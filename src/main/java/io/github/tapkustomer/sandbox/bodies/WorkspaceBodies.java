package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Kind;

/** What agents work with: cards, snoozes, notifications, role groups, accounts and spam filters. */
final class WorkspaceBodies {
  private static final String[] ROLE_GROUPS = {"Admin", "Agent", "Lead", "Auditor", "Bot"};

  private WorkspaceBodies() {}

  static void card(JsonOut out, Subject it) {
    out.text("name", "Card " + it.ordinal()).text("context", "conversation");
    out.flag("enabled", it.ordinal() % 4 != 3).text("url", "https://cards.example.com");
    it.times(out);
  }

  static void snooze(JsonOut out, Subject it) {
    out.text("name", "In " + (it.ordinal() + 1) + " hours").text("type", "relative");
    out.flag("enabled", it.ordinal() % 4 != 3);
    it.times(out);
  }

  static void ofSnooze(Relations relations, Subject it) {
    relations.madeBy();
  }

  static void notification(JsonOut out, Subject it) {
    out.text("name", "mention").text("message", Words.sentences(it.dice(), 1));
    out.flag("read", it.ordinal() % 2 == 0);
    it.times(out);
  }

  static void ofNotification(Relations relations, Subject it) {
    relations.to("user", Kind.USER, Population.KEY_OWNER);
  }

  static void roleGroup(JsonOut out, Subject it) {
    String name = ROLE_GROUPS[it.ordinal() % ROLE_GROUPS.length];
    out.text("name", name).text("description", "What " + name + "s may do");
    out.flag("display", true).flag("system", it.ordinal() < 2);
    out.texts("roles", "org.user", "org.permission.conversation.read");
    out.time("createdAt", it.createdAt()).time("updatedAt", it.updatedAt());
  }

  static void outboundAccount(JsonOut out, Subject it) {
    boolean email = it.ordinal() % 2 == 0;
    out.text("channel", email ? "email" : "sms").text("name", "Account " + it.ordinal());
    out.text(
        "account", email ? "help" + it.ordinal() + "@shop.example.com" : "+1555010" + it.ordinal());
  }

  static void spamSender(JsonOut out, Subject it) {
    out.text("sender", Words.email("offers", it.ordinal())).text("channel", "email");
    out.text("list", it.ordinal() % 5 == 0 ? "allow" : "block");
    it.times(out);
  }
}

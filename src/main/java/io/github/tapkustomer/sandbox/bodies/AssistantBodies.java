package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Kind;

/**
 * What an organization with the AI plan has. Kustomer documents the machine user of an automation
 * and the resource of a summary; the other names are made up.
 */
final class AssistantBodies {
  private static final int MACHINE_USER = 19;

  private AssistantBodies() {}

  static void automation(JsonOut out, Subject it) {
    out.text("name", "Assistant " + it.ordinal()).flag("enabled", it.ordinal() != 2);
    out.text("machineUserId", it.idOf(Kind.USER, MACHINE_USER));
    it.times(out);
  }

  static void summary(JsonOut out, Subject it) {
    out.text("resourceId", it.idOf(Kind.CONVERSATION, it.ordinal()));
    out.text("resourceType", "conversation").text("text", Words.sentences(it.dice(), 2));
    it.times(out);
  }

  static void ofSummary(Relations relations, Subject it) {
    relations.to("conversation", Kind.CONVERSATION, it.ordinal());
    int customer = Population.customerOfConversation(it.ordinal());
    relations.to("customer", Kind.CUSTOMER, customer);
  }
}

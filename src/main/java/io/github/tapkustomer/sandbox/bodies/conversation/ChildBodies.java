package io.github.tapkustomer.sandbox.bodies.conversation;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.record.Words;
import io.github.tapkustomer.sandbox.store.Kind;

/** Records that hang on others, and cannot be listed by themselves; and the log of who did what. */
public final class ChildBodies {
  public static final int EVENTS_PER_CONVERSATION = 64;
  private static final String[] AUDITED = {"conversation", "customer", "user", "shortcut"};
  private static final String[] VERBS = {"update", "create", "delete"};

  private ChildBodies() {}

  public static void event(JsonOut out, Subject it) {
    int number = it.ordinal() % EVENTS_PER_CONVERSATION;
    out.text("name", number == 0 ? "kustomer.conversation.create" : "kustomer.conversation.update");
    out.text("type", "conversation").time("publishedAt", it.updatedAt());
    it.times(out);
    out.open("changes").open("attributes");
    if (number > 0) {
      out.open("status").text("op", "replace").text("before", "open").text("after", "done").close();
      out.open("tags").text("op", "add").openList("before").closeList();
      out.texts("after", it.tag()).close();
    }
    out.close().open("relationships").close().close().none("location").open("meta").close();
  }

  public static void ofEvent(Relations relations, Subject it) {
    int conversation = it.ordinal() / EVENTS_PER_CONVERSATION;
    relations.to("conversation", Kind.CONVERSATION, conversation);
    relations.to("customer", Kind.CUSTOMER, Population.customerOfConversation(conversation));
    relations.madeBy();
  }

  /** Seconds, as in v1. */
  public static void time(JsonOut out, Subject it) {
    out.time("createdAt", it.createdAt()).texts("createdByTeams", it.team());
    out.texts("assignedUsers", it.user()).texts("assignedTeams", it.team());
    out.time("handleAt", it.minutesIn(20)).number("handleTime", it.dice().below(3600));
    out.texts("channels", it.dice().pick(Words.CHANNELS)).time("messageAt", it.minutesIn(17));
    out.number("messageTime", it.dice().below(900));
  }

  public static void ofConversation(Relations relations, Subject it) {
    relations.to("conversation", Kind.CONVERSATION, it.ordinal());
    relations.to("customer", Kind.CUSTOMER, Population.customerOfConversation(it.ordinal()));
    relations.to("createdBy", Kind.USER, it.user());
  }

  public static void attachment(JsonOut out, Subject it) {
    out.text("name", "photo-" + it.ordinal() + ".jpg").text("contentType", "image/jpeg");
    out.number("contentLength", it.dice().between(10_000, 900_000)).flag("redacted", false);
  }

  public static void ofMessage(Relations relations, Subject it) {
    relations.to("message", Kind.MESSAGE, it.ordinal());
  }

  public static void merge(JsonOut out, Subject it) {
    out.text("status", "completed").time("createdAt", it.createdAt());
    out.time("updatedAt", it.updatedAt());
  }

  /** The source is gone: its id is one that no customer has. */
  public static void ofMerge(Relations relations, Subject it) {
    relations.to("source", Kind.CUSTOMER, 16_000_000 - it.ordinal());
    relations.to("target", Kind.CUSTOMER, it.ordinal()).to("createdBy", Kind.USER, it.user());
  }

  public static void satisfactionResponse(JsonOut out, Subject it) {
    int rating = ConversationBody.rating(it.ordinal());
    out.number("rating", rating).number("score", rating * 20L).text("status", "rated");
    out.openList("answers").open().text("question", "Anything else?").text("answer", "Fine");
    out.close().closeList().time("createdAt", it.createdAt()).time("updatedAt", it.updatedAt());
  }

  public static void auditLog(JsonOut out, Subject it) {
    String object = AUDITED[it.ordinal() % AUDITED.length];
    String verb = VERBS[it.ordinal() % VERBS.length];
    Kind kind = Kind.named(object).orElseThrow();
    out.text("eventName", "kustomer." + object + "." + verb).text("eventVerb", verb);
    out.text("org", it.idOf(Kind.ORG, 0)).text("userId", it.user()).text("userType", "user");
    out.text("objectId", it.idOf(kind, it.dice().below(8))).text("objectType", object);
    out.text("client", "web").text("ip", "192.0.2." + it.ordinal() % 250).open("changes");
    out.open("attributes").open("name").text("op", "replace").text("before", "a");
    out.text("after", "b").close().close().open("relationships").close().close();
    out.time("createdAt", it.createdAt()).time("publishedAt", it.createdAt());
    out.time("expiresAt", it.createdAt() + Population.AUDIT_LOG_KEPT_MILLIS);
  }

  public static void ofAuditLog(Relations relations, Subject it) {
    relations.to("user", Kind.USER, it.user());
  }

  public static String audited(int ordinal) {
    return AUDITED[ordinal % AUDITED.length];
  }
}

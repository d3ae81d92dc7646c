package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Body;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.store.Kind;

/** Who did what. */
public final class AuditLogBody implements Body {
  private static final String[] AUDITED = {"conversation", "customer", "user", "shortcut"};
  private static final String[] VERBS = {"update", "create", "delete"};

  @Override
  public void attributes(JsonOut out, Subject it) {
    String object = objectType(it.ordinal());
    String verb = VERBS[it.ordinal() % VERBS.length];
    Kind kind = Kind.named(object).orElseThrow();
    out.text("eventName", "kustomer." + object + "." + verb).text("eventVerb", verb);
    out.text("org", it.idOf(Kind.ORG, 0)).text("userId", user(it)).text("userType", "user");
    out.text("objectId", it.idOf(kind, it.dice().below(8))).text("objectType", object);
    out.text("client", "web").text("ip", "192.0.2." + it.ordinal() % 250).open("changes");
    out.open("attributes").open("name").text("op", "replace").text("before", "a");
    out.text("after", "b").close().close().open("relationships").close().close();
    out.time("createdAt", it.createdAt()).time("publishedAt", it.createdAt());
    out.time("expiresAt", it.createdAt() + Population.AUDIT_LOG_KEPT_MILLIS);
  }

  @Override
  public void relationships(Relations relations, Subject it) {
    relations.to("user", Kind.USER, it.ordinal() % Population.USERS);
  }

  private static String user(Subject it) {
    return it.idOf(Kind.USER, it.ordinal() % Population.USERS);
  }

  public static String objectType(int ordinal) {
    return AUDITED[ordinal % AUDITED.length];
  }
}

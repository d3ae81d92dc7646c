package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.store.Ids;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Version;
import java.util.ArrayList;
import java.util.List;

/** What belongs to a customer: merges, and visits to the shop's pages. */
public final class CustomerChildren {
  private static final int MERGED_IN = 10;
  private static final int SESSIONS_PER_CUSTOMER = 2;
  private static final int EVENTS_PER_SESSION = 3;
  private static final long MINUTE = 60_000;
  private static final String[] PAGES = {"/", "/shoes", "/checkout"};

  private CustomerChildren() {}

  /** Every tenth customer had another merged into it. */
  public static List<Version> merges(Version customer) {
    boolean merged = customer.ordinal() % MERGED_IN == 0;
    return merged ? List.of(at(customer.ordinal(), customer.createdAt())) : List.of();
  }

  /** Each customer has none, one or two. */
  public static List<Version> sessions(Version customer) {
    List<Version> sessions = new ArrayList<>();
    for (int i = 0; i < customer.ordinal() % (SESSIONS_PER_CUSTOMER + 1); i++) {
      int ordinal = customer.ordinal() * SESSIONS_PER_CUSTOMER + i;
      sessions.add(at(ordinal, Math.min(customer.updatedAt(), customer.createdAt() + i * MINUTE)));
    }
    return sessions;
  }

  public static List<Version> events(Version session) {
    List<Version> events = new ArrayList<>();
    for (int i = 0; i < EVENTS_PER_SESSION; i++) {
      int ordinal = session.ordinal() * EVENTS_PER_SESSION + i;
      events.add(at(ordinal, session.createdAt() + i * MINUTE));
    }
    return events;
  }

  private static Version at(int ordinal, long at) {
    return new Version(ordinal, at, at, 1, false, null, null);
  }

  public static String sessionId(Ids ids, int session) {
    return ids.of(Kind.SESSION, session);
  }

  static void merge(JsonOut out, Subject it) {
    out.text("status", "completed").time("createdAt", it.createdAt());
    out.time("updatedAt", it.updatedAt());
  }

  /** The source is gone: its id is one that no customer has. */
  static void ofMerge(Relations relations, Subject it) {
    relations.to("source", Kind.CUSTOMER, 16_000_000 - it.ordinal());
    relations.to("target", Kind.CUSTOMER, it.ordinal()).to("createdBy", Kind.USER, it.user());
  }

  static void session(JsonOut out, Subject it) {
    out.text("sessionId", it.id()).number("count", EVENTS_PER_SESSION);
    out.time("firstEventAt", it.createdAt());
    out.time("lastEventAt", it.createdAt() + (EVENTS_PER_SESSION - 1) * MINUTE);
  }

  static void ofSession(Relations relations, Subject it) {
    relations.to("customer", Kind.CUSTOMER, it.ordinal() / SESSIONS_PER_CUSTOMER);
  }

  static void sessionEvent(JsonOut out, Subject it) {
    int session = it.ordinal() / EVENTS_PER_SESSION;
    String page = PAGES[it.ordinal() % EVENTS_PER_SESSION];
    out.text("name", "page-view").text("type", "tracking").text("trackingEvent", "page-view");
    out.text("sessionId", sessionId(it.ids(), session)).none("app").text("realIp", "192.0.2.7");
    out.time("publishedAt", it.createdAt());
    it.times(out);
    out.open("location").text("city", "Springfield").close();
    out.open("meta").text("url", "https://shop.example.com" + page).close();
    out.open("changes").close();
  }

  static void ofSessionEvent(Relations relations, Subject it) {
    int session = it.ordinal() / EVENTS_PER_SESSION;
    relations.to("customer", Kind.CUSTOMER, session / SESSIONS_PER_CUSTOMER);
  }
}

package io.github.tapkustomer.sandbox.bodies;

import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.record.Relations;
import io.github.tapkustomer.sandbox.record.Subject;
import io.github.tapkustomer.sandbox.store.Kind;

/** How work reaches agents: queues, the settings of teams, and who worked when. */
public final class RoutingBodies {
  private static final String[] QUEUES = {"Chat", "Email", "Calls", "Returns", "VIP", "Overflow"};

  private RoutingBodies() {}

  static void queue(JsonOut out, Subject it) {
    String name = QUEUES[it.ordinal() % QUEUES.length];
    out.text("name", name).text("displayName", name).text("description", null);
    out.number("priority", 1 + it.ordinal()).number("itemSize", 50).flag("system", false);
    it.times(out);
  }

  static void queueRule(JsonOut out, Subject it) {
    out.text("name", "Rule " + it.ordinal()).flag("enabled", it.ordinal() % 4 != 3);
    out.number("order", it.ordinal()).open("criteria").openList("and").closeList().close();
    it.times(out);
  }

  static void ofQueueRule(Relations relations, Subject it) {
    relations.to("queue", Kind.QUEUE, it.ordinal() % Population.QUEUES).madeBy();
  }

  static void settings(JsonOut out, Subject it) {
    out.flag("enabled", it.ordinal() % 3 != 0).none("capacity").texts("externalQueues");
    out.number("workItemCapacity", it.dice().between(2, 8));
    it.times(out);
  }

  static void ofSettings(Relations relations, Subject it) {
    relations.to("team", Kind.TEAM, it.ordinal() % Population.TEAMS).madeBy();
  }

  /** The last session of each user is still open, and can still change. */
  static void workSession(JsonOut out, Subject it) {
    out.time("signedInAt", it.createdAt());
    if (isActive(it.ordinal())) {
      out.none("signedOutAt").text("statusType", statusType(it.ordinal()));
    } else {
      out.time("signedOutAt", it.updatedAt()).text("statusType", "offline");
    }
    out.open("totalAvailable").time("statusAt", it.createdAt()).close();
    out.number("handledItemCount", it.dice().below(60)).number("rev", it.revision());
    out.time("createdAt", it.createdAt()).time("updatedAt", it.updatedAt());
  }

  static void ofWorkSession(Relations relations, Subject it) {
    relations.to("user", Kind.USER, userOf(it.ordinal()));
  }

  public static int userOf(int session) {
    return session % Population.USERS;
  }

  public static boolean isActive(int session) {
    return session >= Population.WORK_SESSIONS - Population.USERS;
  }

  public static String statusType(int session) {
    return !isActive(session) ? "offline" : session % 2 == 0 ? "available" : "unavailable";
  }
}

package io.github.tapkustomer.sandbox.lists;

import io.github.tapkustomer.sandbox.bodies.RoutingBodies;
import io.github.tapkustomer.sandbox.misbehavior.Misbehaviors;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.server.Answer;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.server.Page;
import io.github.tapkustomer.sandbox.server.Request;
import io.github.tapkustomer.sandbox.server.Times;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.Klass;
import io.github.tapkustomer.sandbox.store.Table;
import io.github.tapkustomer.sandbox.store.Version;
import java.util.List;
import java.util.Set;

/** Lists of settings that have parameters of their own, or include other records. */
public final class SettingsEndpoint {
  private static final int LARGEST_PAGE = 100;

  private final Organization organization;
  private final ListEndpoint lists;
  private final Misbehaviors misbehaviors;

  public SettingsEndpoint(
      Organization organization, ListEndpoint lists, Misbehaviors misbehaviors) {
    this.misbehaviors = misbehaviors;
    this.organization = organization;
    this.lists = lists;
  }

  /** Enabled klasses, unless another status is asked for; never all at once. */
  public Answer klasses(Request request, List<String> parts) {
    String status = choice(request, "status", "enabled", "existing_only", "disabled");
    List<Version> klasses =
        lists
            .replica()
            .where(Kind.KLASS, version -> Klass.at(version.ordinal()).status().equals(status));
    return lists.answer(
        Kind.KLASS, misbehaviors.listedKlasses(klasses), Page.ofList(request, LARGEST_PAGE));
  }

  /** The objects of one klass, of any age. */
  public Answer kobjects(Request request, List<String> parts) {
    Klass klass =
        Klass.named(parts.get(0)).orElseThrow(() -> ApiError.notFound("klass " + parts.get(0)));
    long from = Times.parameter(request, "fromDate", Long.MIN_VALUE);
    List<Version> objects =
        lists
            .replica()
            .where(
                Kind.KOBJECT,
                v -> klass.equals(v.klass()) && !v.deleted() && v.updatedAt() >= from);
    return lists.answer(Kind.KOBJECT, objects, Page.ofList(request, LARGEST_PAGE));
  }

  public Answer slas(Request request, List<String> parts) {
    String versions = choice(request, "versions", "none", "active", "all");
    List<Version> included =
        lists
            .replica()
            .where(
                Kind.SLA_VERSION,
                v -> versions.equals("all") || versions.equals("active") && v.ordinal() % 2 == 1);
    return lists.answer(
        Kind.SLA,
        lists.replica().live(Kind.SLA),
        Page.ofList(request, LARGEST_PAGE),
        Kind.SLA_VERSION,
        included);
  }

  public Answer schedule(Request request, List<String> parts) {
    Table table = organization.table(Kind.SCHEDULE);
    String id = parts.get(0);
    int ordinal = id.equals("default") && table.size() > 0 ? 0 : table.find(id).orElse(-1);
    if (ordinal < 0) {
      throw ApiError.notFound("schedule " + id);
    }
    boolean holidays = request.query("include").filter("holidays"::equals).isPresent();
    return lists.single(
        Kind.SCHEDULE,
        table.existing(ordinal),
        Kind.HOLIDAY,
        lists.replica().where(Kind.HOLIDAY, v -> holidays && v.ordinal() / 2 == ordinal));
  }

  /**
   * Everybody's sessions, including ended ones, unless asked otherwise. Kustomer documents what the
   * parameters do but not their defaults.
   */
  public Answer workSessions(Request request, List<String> parts) {
    boolean own = choice(request, "user", "false", "true").equals("true");
    boolean live = choice(request, "active", "false", "true").equals("true");
    String status = request.query("statusType").orElse("");
    List<Version> sessions =
        lists
            .replica()
            .where(
                Kind.WORK_SESSION,
                v ->
                    (!own || RoutingBodies.userOf(v.ordinal()) == Population.KEY_OWNER)
                        && (!live || RoutingBodies.isActive(v.ordinal()))
                        && Set.of("", RoutingBodies.statusType(v.ordinal())).contains(status));
    return lists.answer(Kind.WORK_SESSION, sessions, Page.ofList(request, LARGEST_PAGE));
  }

  private static String choice(Request request, String name, String... choices) {
    String given = request.query(name).orElse(choices[0]);
    if (!List.of(choices).contains(given)) {
      throw ApiError.badParameter(name, name + " must be one of " + String.join(", ", choices));
    }
    return given;
  }
}

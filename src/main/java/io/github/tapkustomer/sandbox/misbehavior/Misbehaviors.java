package io.github.tapkustomer.sandbox.misbehavior;

import io.github.tapkustomer.sandbox.server.Answer;
import io.github.tapkustomer.sandbox.server.Request;
import io.github.tapkustomer.sandbox.server.Route;
import io.github.tapkustomer.sandbox.store.Dice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The misbehaviors that are switched on, and what they change. Thread-safe. */
public final class Misbehaviors {
  private static final long LATE_MILLIS = Duration.ofSeconds(3).toMillis();
  private static final long STALE_MILLIS = Duration.ofSeconds(30).toMillis();
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final Set<Misbehavior> active;
  private final long seed;
  private final OddAnswers oddAnswers;
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  public Misbehaviors(Set<Misbehavior> active, long seed) {
    this.active = Set.copyOf(active);
    this.seed = seed;
    this.oddAnswers = new OddAnswers(this.active, seed);
  }

  /** The request as the endpoint gets it. */
  public Request before(Request request, Route route) {
    Request changed = request;
    if (is(Misbehavior.SMALL_PAGES) && route.isPaged()) {
      changed = SmallPages.ask(changed, route);
    }
    if (is(Misbehavior.OWN_WORK_SESSIONS) && route.template().endsWith("/work-sessions")) {
      changed = changed.withDefault("user", "true").withDefault("active", "true");
    }
    return changed;
  }

  /** The answer as the client gets it. */
  public Answer after(Request request, Route route, Answer answer) {
    if (active.isEmpty() || answer.status() != 200) {
      return answer;
    }
    Answer changed = answer;
    if (is(Misbehavior.NO_TOTAL) && route.isList()) {
      changed = ChangedAnswers.withoutTotal(changed);
    }
    if (is(Misbehavior.PAGE_TOTAL) && route.isList()) {
      changed = ChangedAnswers.withTotalOfPage(changed);
    }
    if (is(Misbehavior.NO_LINKS) && route.isList()) {
      changed = ChangedAnswers.withoutLinks(changed);
    }
    if (is(Misbehavior.DRIFTING_VALUES) && route.isPaged()) {
      changed = new DriftingValues(seed).in(changed);
    }
    if (is(Misbehavior.HIDDEN_ROLES) && route.template().endsWith("/tokens/current")) {
      changed = ChangedAnswers.withRoles(changed);
    }
    if (is(Misbehavior.MISLEADING_ROLES) && route.template().endsWith("/tokens/current")) {
      changed = ChangedAnswers.withRoles(changed, "org.permission.widget.read");
    }
    return oddAnswers.instead(request, route, changed);
  }

  public boolean is(Misbehavior misbehavior) {
    return active.contains(misbehavior);
  }

  /** How far the next page of this list lags behind the data. */
  public long listLagMillis(String list) {
    boolean stale = is(Misbehavior.STALE_REPLICA) && count(list) % 2 == 1;
    return stale ? STALE_MILLIS : is(Misbehavior.LATE_LISTS) ? LATE_MILLIS : 0;
  }

  /** How much earlier than usual audit logs have expired at the next request. */
  public long earlierExpiryMillis() {
    return is(Misbehavior.EXPIRING_LOGS) ? count("audit logs") * DAY_MILLIS : 0;
  }

  /** The klasses as the next request for their list sees them. */
  public <T> List<T> listedKlasses(List<T> klasses) {
    return is(Misbehavior.DRIFTING_KLASSES)
        ? Shuffled.withoutOne(klasses, new Dice(seed + count("klasses")))
        : klasses;
  }

  /** Random numbers that are the same for the same seed and number of calls with this name. */
  public Dice next(String name) {
    return new Dice(Dice.mix(seed + name.hashCode()) + count(name));
  }

  /** How often this was called with this name before. */
  private int count(String name) {
    return counts.merge(name, 1, Integer::sum) - 1;
  }
}

package io.github.tapkustomer.simulation.api;

import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.Occurrence;
import io.github.tapkustomer.simulation.world.Organization;
import io.github.tapkustomer.simulation.world.Scenario;
import io.github.tapkustomer.simulation.world.Tally;
import io.github.tapkustomer.simulation.world.Thing;
import io.github.tapkustomer.simulation.world.Thing.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import okhttp3.HttpUrl;

/** What takes a request for each object: children, holidays and metadata. */
final class Objects {
  private final Scenario scenario;
  private final Organization organization;
  private final Tally tally;

  Objects(Scenario scenario, Organization organization, Tally tally) {
    this.scenario = scenario;
    this.organization = organization;
    this.tally = tally;
  }

  Answer children(HttpUrl url, String stream, String parentId, Instant now) {
    return children(url, stream, parentId, child -> true, now);
  }

  /** The sessions of a customer, which are there as soon as they have an event. */
  Answer sessions(HttpUrl url, String customerId, Instant now) {
    int status = organization.statusOf(customerId);
    if (status != 200) {
      tally.count(Occurrence.CHILD_REFUSED, status == 403);
      return Answer.refused(status, "not for " + customerId);
    }
    Map<String, Shown> sessions = new TreeMap<>();
    for (Thing event : organization.of("session_events")) {
      Optional<Version> version = event.listed(now);
      if (event.parent().get().id().equals(customerId) && version.isPresent()) {
        String id = Organization.session(event);
        sessions.put(id, new Shown(Thing.constant(id, version.get()), version.get(), false));
      }
    }
    List<Shown> all = new ArrayList<>(sessions.values());
    all.addAll(childrenOf("customer_sessions", customerId, session -> true, now));
    Page page = Page.of(url, all, scenario.listPageSize());
    tally.count(Occurrence.CHILD_PAGES, page.next());
    return Answer.of(page.body(Optional.empty(), ""));
  }

  /** The events of one session. */
  Answer sessionEvents(HttpUrl url, String customerId, String session, Instant now) {
    tally.count(Occurrence.GRANDCHILD_READ);
    return children(
        url,
        "session_events",
        customerId,
        event -> Organization.session(event).equals(session),
        now);
  }

  private Answer children(
      HttpUrl url, String stream, String parentId, Predicate<Thing> wanted, Instant now) {
    int status = organization.statusOf(parentId);
    tally.count(Occurrence.CHILD_REFUSED, status == 403);
    tally.count(Occurrence.CHILD_GONE, status == 404 || status == 410);
    tally.count(Occurrence.CHILD_BROKEN, status == 500);
    if (status != 200) {
      return Answer.refused(status, "not for " + parentId);
    }
    List<Shown> children = childrenOf(stream, parentId, wanted, now);
    Page page = Page.of(url, children, scenario.listPageSize());
    tally.count(Occurrence.CHILD_PAGES, page.next());
    if (stream.equals("schedule_holidays")) {
      return Answer.of(
          "{\"data\":{\"type\":\"schedule\",\"id\":\"%s\"},\"included\":[%s]}"
              .formatted(parentId, Page.data(page.number() == 1 ? children : List.of())));
    }
    return Answer.of(page.body(Optional.empty(), ""));
  }

  private List<Shown> childrenOf(
      String stream, String parentId, Predicate<Thing> wanted, Instant now) {
    List<Shown> children = new ArrayList<>();
    for (Thing child : organization.of(stream)) {
      Optional<Version> version = child.listed(now);
      if (child.parent().get().id().equals(parentId) && version.isPresent() && wanted.test(child)) {
        children.add(new Shown(child, version.get(), scenario.has(Feature.DRIFTING_VALUES)));
      }
    }
    return children;
  }

  /** The one child that an object may have; 404 where it has none. */
  Answer only(String stream, String parentId, Instant now) {
    List<Shown> children = childrenOf(stream, parentId, child -> true, now);
    int status = children.isEmpty() ? 404 : organization.statusOf(parentId);
    tally.count(Occurrence.SUMMARY_READ, status == 200);
    tally.count(Occurrence.CHILD_REFUSED, status == 403);
    tally.count(Occurrence.CHILD_GONE, status == 404 || status == 410);
    tally.count(Occurrence.CHILD_BROKEN, status == 500);
    return status == 200
        ? Answer.of("{\"data\":%s}".formatted(children.get(0).json()))
        : Answer.refused(status, "no %s of %s".formatted(stream, parentId));
  }

  /** An answer about one object, which stands alone in its {@code data}. */
  Answer single(String stream, String id, Instant now) {
    Optional<Thing> thing =
        organization.of(stream).stream().filter(one -> one.id().equals(id)).findFirst();
    int status = thing.isEmpty() ? 404 : organization.statusOf(id);
    if (status != 200) {
      tally.count(Occurrence.CHILD_REFUSED, status == 403);
      tally.count(Occurrence.CHILD_GONE, status == 404 || status == 410);
      return Answer.refused(status, "no " + id);
    }
    boolean drifting = scenario.has(Feature.DRIFTING_VALUES);
    Shown shown = new Shown(thing.get(), thing.get().listed(now).get(), drifting);
    return Answer.of("{\"data\":%s}".formatted(shown.json()));
  }
}

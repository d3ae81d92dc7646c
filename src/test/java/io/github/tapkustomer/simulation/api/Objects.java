package io.github.tapkustomer.simulation.api;

import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.Occurrence;
import io.github.tapkustomer.simulation.world.Organisation;
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
  private final Organisation organisation;
  private final Tally tally;

  Objects(Scenario scenario, Organisation organisation, Tally tally) {
    this.scenario = scenario;
    this.organisation = organisation;
    this.tally = tally;
  }

  Answer children(HttpUrl url, String stream, String parentId, Instant now) {
    return children(url, stream, parentId, child -> true, now);
  }

  /** The sessions of a customer, which are there as soon as they have an event. */
  Answer sessions(HttpUrl url, String customerId, Instant now) {
    int status = organisation.statusOf(customerId);
    if (status != 200) {
      tally.count(Occurrence.CHILD_REFUSED, status == 403);
      return Answer.refused(status, "not for " + customerId);
    }
    Map<String, Shown> sessions = new TreeMap<>();
    for (Thing event : organisation.of("session_events")) {
      Optional<Version> version = event.listed(now);
      if (event.parent().get().id().equals(customerId) && version.isPresent()) {
        String id = Organisation.session(event);
        sessions.put(id, new Shown(Thing.constant(id, version.get()), version.get(), false));
      }
    }
    Page page = Page.of(url, List.copyOf(sessions.values()), scenario.listPageSize());
    return Answer.of(page.body(Optional.empty(), ""));
  }

  /** The events of one session. */
  Answer sessionEvents(HttpUrl url, String customerId, String session, Instant now) {
    tally.count(Occurrence.GRANDCHILD_READ);
    return children(
        url,
        "session_events",
        customerId,
        event -> Organisation.session(event).equals(session),
        now);
  }

  private Answer children(
      HttpUrl url, String stream, String parentId, Predicate<Thing> wanted, Instant now) {
    int status = organisation.statusOf(parentId);
    tally.count(Occurrence.CHILD_REFUSED, status == 403);
    tally.count(Occurrence.CHILD_GONE, status == 404 || status == 410);
    tally.count(Occurrence.CHILD_BROKEN, status == 500);
    if (status != 200) {
      return Answer.refused(status, "not for " + parentId);
    }
    List<Shown> children = new ArrayList<>();
    for (Thing child : organisation.of(stream)) {
      Optional<Version> version = child.listed(now);
      if (child.parent().get().id().equals(parentId) && version.isPresent() && wanted.test(child)) {
        children.add(new Shown(child, version.get(), scenario.has(Feature.DRIFTING_VALUES)));
      }
    }
    Page page = Page.of(url, children, scenario.listPageSize());
    tally.count(Occurrence.CHILD_PAGES, page.next());
    if (stream.equals("schedule_holidays")) {
      return Answer.of(
          "{\"data\":{\"type\":\"schedule\",\"id\":\"%s\"},\"included\":[%s]}"
              .formatted(parentId, Page.data(page.number() == 1 ? children : List.of())));
    }
    return Answer.of(page.body(Optional.empty(), ""));
  }

  /** An answer about one object, which stands alone in its {@code data}. */
  Answer single(String stream, String id, Instant now) {
    Optional<Thing> thing =
        organisation.of(stream).stream().filter(one -> one.id().equals(id)).findFirst();
    int status = thing.isEmpty() ? 404 : organisation.statusOf(id);
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

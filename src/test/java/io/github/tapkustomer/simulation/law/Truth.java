package io.github.tapkustomer.simulation.law;

import io.github.tapkustomer.simulation.world.Organization;
import io.github.tapkustomer.simulation.world.Scenario;
import io.github.tapkustomer.simulation.world.Streams;
import io.github.tapkustomer.simulation.world.Streams.Kind;
import io.github.tapkustomer.simulation.world.Thing;
import io.github.tapkustomer.simulation.world.Thing.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What there is to be read, whatever the tap makes of it. */
final class Truth {
  private final Scenario scenario;
  private final Organization organization;

  Truth(Scenario scenario, Organization organization) {
    this.scenario = scenario;
    this.organization = organization;
  }

  /** What the API showed alike from one time to another, of what is to be read at all. */
  Map<String, Map<String, Version>> constant(Instant began, Instant ended) {
    Map<String, Map<String, Version>> constant = new HashMap<>();
    for (String stream : scenario.streams()) {
      Map<String, Version> things = new HashMap<>();
      Instant from = Streams.isListed(stream) ? began.minus(scenario.lists().staleness()) : began;
      for (Thing thing : organization.of(stream)) {
        Optional<Version> version = Organization.shown(stream, thing, from);
        if (version.isPresent()
            && version.equals(Organization.shown(stream, thing, ended))
            && (!stream.equals("notes") || version.equals(thing.listed(ended)))
            && isWanted(stream, thing, version.get())) {
          things.put(thing.id(), version.get());
        }
      }
      constant.put(stream, things);
    }
    return constant;
  }

  /** What a stream's lists showed from one time to another, changed or not. */
  Set<String> existing(String stream, Instant began, Instant ended) {
    Instant from = began.minus(scenario.lists().staleness());
    return organization.of(stream).stream()
        .filter(thing -> Organization.shown(stream, thing, from).isPresent())
        .filter(thing -> Organization.shown(stream, thing, ended).isPresent())
        .map(Thing::id)
        .collect(Collectors.toSet());
  }

  private boolean isWanted(String stream, Thing thing, Version version) {
    Kind kind = Streams.kind(stream);
    boolean asked = kind == Kind.CHILDREN || kind == Kind.PER_OBJECT;
    String owner = asked ? thing.parent().get().id() : thing.id();
    boolean own = kind == Kind.METADATA || stream.equals("satisfaction_responses");
    int status = asked || own ? organization.statusOf(own ? thing.id() : owner) : 200;
    boolean open = stream.equals("work_sessions") && !version.over();
    return (status == 200 || status == 500)
        && (Streams.isFullTable(stream)
            || open
            || !version.updatedAt().isBefore(scenario.startDate()));
  }
}

package io.github.tapkustomer.simulation.world;

import io.github.tapkustomer.simulation.world.Thing.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What an organization has at the beginning. */
final class Population {
  private final Scenario scenario;
  private final Random random;

  Population(Scenario scenario, Random random) {
    this.scenario = scenario;
    this.random = random;
  }

  /** The objects of a stream whose objects stand alone. */
  List<Thing> of(String stream) {
    if (stream.equals("custom_attributes")) {
      return attributes();
    }
    List<Thing> all = new ArrayList<>();
    Instant tie = past(stream);
    for (int i = 0; i < scenario.records(); i++) {
      tie = random.nextInt(3) == 0 ? past(stream) : tie;
      Instant at = scenario.unsorted().isEmpty() && random.nextInt(4) == 0 ? tie : past(stream);
      all.add(thing("%s-%03d".formatted(stream, i), Optional.empty(), at));
    }
    return all;
  }

  /** The objects of a stream whose objects belong to others. */
  List<Thing> of(String stream, List<Thing> parents) {
    List<Thing> all = new ArrayList<>();
    boolean single = stream.equals("satisfaction_responses");
    for (Thing parent : parents) {
      int most = random.nextInt(8) == 0 ? 3 * scenario.listPageSize() : 3;
      boolean few = stream.equals("sla_versions") && !scenario.has(Feature.SLAS_WITHOUT_VERSIONS);
      int children =
          single
              ? 1
              : stream.equals("ai_summaries")
                  ? random.nextInt(2)
                  : random.nextInt(most + 1) + (few ? 1 : 0);
      for (int i = 0; i < children; i++) {
        String id = single ? "response-" + parent.id() : "%s-%03d".formatted(stream, all.size());
        all.add(thing(id, Optional.of(parent), parent.newest().updatedAt()));
      }
    }
    return all;
  }

  private List<Thing> attributes() {
    List<Thing> all = new ArrayList<>();
    Instant at = past("custom_attributes");
    for (String resource : Streams.RESOURCES) {
      all.add(thing(resource, Optional.empty(), at));
    }
    for (String klass : Streams.KLASSES) {
      all.add(thing("kobject." + klass, Optional.empty(), at));
    }
    return all;
  }

  private Thing thing(String id, Optional<Thing> parent, Instant at) {
    Thing thing = new Thing(id, parent);
    thing.change(new Version(at, at, at, random.nextInt(10) == 0));
    return thing;
  }

  /** A time at which something was last changed: recently, at the horizon, or at any time. */
  private Instant past(String stream) {
    Instant start = scenario.start();
    if (stream.equals("audit_logs")) {
      return grained(start.minusSeconds(random.nextInt(95 * 86_400)));
    }
    Instant horizon =
        start.atOffset(ZoneOffset.UTC).minusYears(2).toInstant().plus(scenario.horizonOffset());
    Instant at =
        switch (random.nextInt(50)) {
          case 0, 1 -> horizon.plusSeconds(random.nextInt(60));
          default -> pastOf(start);
        };
    return grained(at);
  }

  private Instant pastOf(Instant start) {
    return switch (random.nextInt(5)) {
      case 0 -> start.minusSeconds(random.nextInt(1000));
      case 1 ->
          start.minus(Duration.ofDays(731)).plusSeconds(random.nextInt(2_000_000) - 1_000_000);
      case 2 -> start.minus(Duration.ofDays(30)).plusSeconds(random.nextInt(3600));
      default -> start.minusSeconds(random.nextInt(95_000_000));
    };
  }

  private Instant grained(Instant at) {
    long grain = scenario.grain();
    return Instant.ofEpochMilli(at.toEpochMilli() / grain * grain);
  }
}

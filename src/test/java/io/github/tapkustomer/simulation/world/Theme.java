package io.github.tapkustomer.simulation.world;

import io.github.tapkustomer.simulation.world.ListHabits.Movement;
import io.github.tapkustomer.simulation.world.ListHabits.Order;
import io.github.tapkustomer.simulation.world.ListHabits.Total;
import io.github.tapkustomer.simulation.world.Streams.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What a scenario is about: a few streams, and what is odd about them. */
record Theme(List<String> streams, Set<Feature> features) {

  /** How the search can fail with a filter by children; drawn where there is one. */
  private static final List<Feature> CHILD_FILTERS =
      List.of(Feature.CHILD_FILTER_REFUSED, Feature.CHILD_FILTER_EMPTY);

  static Theme of(Random random) {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    for (Feature feature : EnumSet.complementOf(EnumSet.copyOf(CHILD_FILTERS))) {
      if (random.nextInt(3) == 0) {
        features.add(feature);
      }
    }
    List<String> streams = streams(random);
    if (streams.stream().noneMatch(stream -> Streams.kind(stream) == Kind.SEARCH)) {
      features.remove(Feature.SEARCH_TOTAL_OF_PAGE);
    }
    if (streams.contains("conversation_times") && random.nextInt(3) == 0) {
      features.add(CHILD_FILTERS.get(random.nextInt(CHILD_FILTERS.size())));
    }
    if (streams.size() < 2 || Streams.kind(streams.get(0)) != Kind.LIST) {
      features.remove(Feature.REFUSED_STREAM);
    }
    if (random.nextInt(3) > 0) {
      // To ask about each stream takes a while.
      features.remove(Feature.MISLEADING_ROLES);
    }
    if (streams.contains("custom_attributes")) {
      // Which klasses there were in the middle of a run is not told by any time.
      features.remove(Feature.CHANGING_KLASSES);
    }
    return new Theme(streams, features);
  }

  private static List<String> streams(Random random) {
    List<String> streams = new ArrayList<>();
    int dice = random.nextInt(20);
    if (dice < 6) {
      streams.add(Streams.LISTED.get(random.nextInt(Streams.LISTED.size())));
      add(streams, random, "users");
      add(streams, random, "work_sessions");
      add(streams, random, "sla_versions");
      add(streams, random, "outbound_accounts");
    } else if (dice < 8) {
      streams.add("audit_logs");
    } else if (dice < 10) {
      List<String> children = new ArrayList<>(Streams.CHILDREN);
      Collections.shuffle(children, random);
      streams.addAll(children.subList(0, 1 + random.nextInt(3)));
    } else if (dice < 12) {
      add(streams, random, "custom_attributes");
      streams.add("schedule_holidays");
    } else if (dice < 13) {
      List<String> klasses = new ArrayList<>(Streams.KLASSES);
      Collections.shuffle(klasses, random);
      for (String klass : klasses.subList(0, 2 + random.nextInt(3))) {
        streams.add(Streams.KLASS + klass);
      }
    }
    if (streams.isEmpty() || random.nextInt(4) == 0 && dice < 12) {
      List<String> searched = new ArrayList<>(Streams.SEARCHED);
      Collections.shuffle(searched, random);
      streams.addAll(searched.subList(0, 1 + random.nextInt(2)));
    }
    return streams;
  }

  private static void add(List<String> streams, Random random, String stream) {
    if (random.nextInt(3) == 0) {
      streams.add(stream);
    }
  }

  /** Whether searches are all that it has, which several workers then read. */
  boolean isSearchAlone() {
    return streams.stream()
        .allMatch(stream -> Streams.kind(stream) == Kind.SEARCH && !isKlass(stream));
  }

  boolean isSearched() {
    return Streams.kind(streams.get(0)) == Kind.SEARCH && !isKlass(streams.get(0));
  }

  private static boolean isKlass(String stream) {
    return stream.startsWith(Streams.KLASS);
  }

  ListHabits listHabits(Random random, Duration lookback) {
    int half = (int) lookback.toMillis() / 2;
    Duration lag = random(random, Feature.LIST_LAG, half);
    Duration staleness = random(random, Feature.STALE_REPLICAS, half);
    Total total = Total.EXACT;
    Movement movement = random.nextBoolean() ? Movement.GROWS : Movement.SHRINKS;
    Order order = Order.values()[random.nextInt(2)];
    if (random.nextInt(3) == 0) {
      total = Total.NONE;
      movement = features.contains(Feature.UNCOUNTED_GROWTH) ? Movement.GROWS : Movement.NONE;
    }
    if (features.contains(Feature.LIST_TOTAL_OF_PAGE)) {
      total = Total.OF_PAGE;
      movement = Movement.NONE;
    }
    if (features.contains(Feature.LIST_BURSTS)) {
      movement = Movement.BURST;
      order = Order.values()[random.nextInt(4)];
    }
    if (movement == Movement.GROWS && !features.contains(Feature.GROWTH_IN_FRONT)) {
      order = Order.OLDEST_FIRST;
    }
    if (total != Total.EXACT) {
      // Replicas that differ and no total to tell so: no reading could prove anything.
      staleness = Duration.ZERO;
    }
    boolean shifts = !lag.isZero() || !staleness.isZero();
    if (shifts) {
      // With more than one cause to shift at a time no reading could prove anything.
      order = Order.OLDEST_FIRST;
      movement = movement == Movement.NONE ? Movement.NONE : Movement.GROWS;
    }
    return new ListHabits(total, order, movement, lag, staleness);
  }

  private Duration random(Random random, Feature feature, int millis) {
    int drawn = 1 + random.nextInt(millis);
    return features.contains(feature) ? Duration.ofMillis(drawn) : Duration.ZERO;
  }
}

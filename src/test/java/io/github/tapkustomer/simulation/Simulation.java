package io.github.tapkustomer.simulation;

import static io.github.tapkustomer.simulation.law.Ledger.require;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.simulation.api.SimulatedKustomer;
import io.github.tapkustomer.simulation.law.Ledger;
import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.Occurrence;
import io.github.tapkustomer.simulation.world.Organization;
import io.github.tapkustomer.simulation.world.Scenario;
import io.github.tapkustomer.simulation.world.Streams;
import io.github.tapkustomer.simulation.world.Streams.Kind;
import io.github.tapkustomer.simulation.world.Tally;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** The runs of one tap against one organization, all of it out of one seed. */
final class Simulation {
  private static final int MOST_RUNS = 12;
  private static final int MOST_STEPS = 20_000;

  private final long seed;
  private final Random random;
  private final Random ends;
  private final Scenario scenario;
  private final Tally tally = new Tally();
  private final Turns turns;
  private final Organization organization;
  private final Network network;
  private final Ledger ledger;
  private final Optional<Duration> window;
  private final RequestBounds bounds;
  private List<String> lastRead = List.of();
  private Set<String> uncertain = Set.of();
  private long kills;

  Simulation(long seed) {
    this.seed = seed;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.ends = new Random(~seed);
    this.scenario = Scenario.of(random);
    this.turns = new Turns(scenario.start(), scenario.localOffset());
    this.organization = new Organization(scenario, random, tally);
    SimulatedKustomer api = new SimulatedKustomer(scenario, organization, random, tally);
    this.network = new Network(scenario, api, turns, random, tally);
    this.ledger = new Ledger(scenario, organization, tally);
    this.window = random.nextInt(5) == 0 ? Optional.of(Duration.ofDays(200)) : Optional.empty();
    this.bounds = new RequestBounds(scenario, organization, window.isPresent());
  }

  /** What a simulation came to. */
  record Figures(long runs, long kills, long faults, long requests, long records, long states) {
    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);

    Figures plus(Figures other) {
      return new Figures(
          runs + other.runs,
          kills + other.kills,
          faults + other.faults,
          requests + other.requests,
          records + other.records,
          states + other.states);
    }
  }

  /**
   * Runs it all.
   *
   * @throws AssertionError a promise was broken
   */
  Figures run() throws IOException, InterruptedException {
    if (scenario.has(Feature.SAMPLE)) {
      sample();
    }
    int runs = 0;
    for (int i = 0; i < scenario.runs(); i++, runs++) {
      sync(Ending.values()[random.nextInt(Ending.values().length)], endDate());
      turns.pass(pause());
      organization.rest(turns.serverNow());
    }
    organization.passUntil(turns.serverNow());
    organization.settle();
    organization.rest(turns.serverNow());
    turns.pass(scenario.settling().plusMinutes(2));
    boolean whole = false;
    for (; !whole && runs < MOST_RUNS; runs++) {
      whole = sync(Ending.NONE, Optional.empty());
    }
    require(whole, "no run came to its end");
    require(uncertain.isEmpty(), "%s does not change, and is not sure to be complete", uncertain);
    Instant now = turns.serverNow();
    ledger.checkLast(lastRead, now);
    return new Figures(
        runs, kills, network.faults(), network.log().size(), ledger.records(), ledger.states());
  }

  /** Whether the same seed gives the same run to the letter. */
  boolean isExact() {
    return scenario.concurrency() == 1 && !scenario.has(Feature.SLOW_TARGET);
  }

  /** Whether it has a stream, a feature, or a stream of a kind, of this name. */
  boolean has(String need) {
    return scenario.streams().contains(need)
        || Stream.concat(
                scenario.features().stream(), scenario.streams().stream().map(Streams::kind))
            .map(Enum::name)
            .anyMatch(need::equals);
  }

  Tally tally() {
    return tally;
  }

  /** What was asked and how each run ended, a line each. */
  List<String> log() {
    return network.log();
  }

  private Duration pause() {
    return switch (random.nextInt(5)) {
      case 0 -> Duration.ofMillis(random.nextInt(2000));
      case 1 -> Duration.ofSeconds(random.nextInt(600));
      case 2 -> Duration.ofHours(random.nextInt(30));
      case 3 -> Duration.ofDays(random.nextInt(400));
      default -> Duration.ofDays(random.nextInt(40));
    };
  }

  /** Now and then a run is to read the past alone. */
  private Optional<Instant> endDate() {
    boolean possible =
        scenario.has(Feature.END_DATE_AND_FULL_TABLES)
            || scenario.streams().stream().noneMatch(Streams::isFullTable);
    return ends.nextInt(5) > 0 || !possible
        ? Optional.empty()
        : Optional.of(turns.serverNow().minus(Duration.ofHours(ends.nextInt(9_000))));
  }

  /** A record of each stream takes two requests at most, not the whole stream. */
  private void sample() throws InterruptedException {
    long before = network.good();
    TapRun run = run(Optional.empty(), new Output(Integer.MAX_VALUE, () -> {}));
    network.begin();
    organization.begin();
    turns.run(() -> run.run(Optional.empty(), 1), steps -> true);
    long bound = 1 + scenario.streams().stream().mapToLong(Simulation::requestsOfASample).sum();
    boolean klasses = scenario.streams().stream().anyMatch(s -> s.startsWith(Streams.KLASS));
    bound += klasses ? 60 : 0;
    bound += scenario.has(Feature.MISLEADING_ROLES) ? RequestBounds.DISCOVERY : 0;
    long requests = network.good() - before;
    tally.count(Occurrence.SAMPLE_TAKEN);
    boolean retried = scenario.has(Feature.BROKEN_CHILDREN);
    require(retried || requests <= bound, "a sample took %d requests", requests);
  }

  /** A refusal of what belongs to an object is confirmed by asking once more. */
  private static long requestsOfASample(String stream) {
    if (stream.equals("session_events")) {
      return 4;
    }
    Kind kind = Streams.kind(stream);
    return kind == Kind.CHILDREN || kind == Kind.PER_OBJECT ? 3 : 2;
  }

  private TapRun run(Optional<Instant> endDate, Output out) {
    return new TapRun(scenario, organization, turns, network, ledger, window, endDate, out);
  }

  /** One run; says whether it came to its end. */
  private boolean sync(Ending ending, Optional<Instant> endDate)
      throws IOException, InterruptedException {
    int when = 1 + random.nextInt(30);
    int burst = random.nextInt(20);
    int closesAt = ending == Ending.PIPE ? random.nextInt(12_000) : Integer.MAX_VALUE;
    Output out = new Output(closesAt, this::takeTime);
    TapRun run = run(endDate, out);
    Instant began = turns.serverNow();
    long goodBefore = network.good();
    long first = turns.steps();
    network.begin();
    organization.begin();
    countBefore(endDate, began);
    turns.run(
        () -> run.run(ledger.state(), Long.MAX_VALUE),
        steps -> {
          require(steps - first < MOST_STEPS, "the run does not come to an end");
          if (steps - first == burst) {
            organization.burst(turns.serverNow());
          }
          if (steps - first == when && ending == Ending.OUTAGE) {
            network.goDown(true);
          }
          boolean stop = steps - first >= when && ending == Ending.SIGNAL && run.hasBegun();
          if (stop) {
            run.abort();
          }
          return !stop;
        });
    network.goDown(false);
    Instant ended = turns.serverNow();
    organization.passUntil(ended);
    int kept = ending == Ending.KILL ? random.nextInt(out.size() + 1) : out.size();
    Verdict verdict = new Verdict(scenario, ending, network.wasGivenUp(), network::gaveObjectsOf);
    boolean over = verdict.isWhole(run.outcome());
    require(ending == Ending.PIPE || out.isWhole(), "the output ends in the middle of a line");
    boolean whole = over && ending != Ending.KILL;
    kills += whole ? 0 : 1;
    countAfter(ending, whole, began, ended);
    network
        .log()
        .add(
            "-- "
                + ending
                + " at "
                + ended
                + endDate.map(e -> ", end_date " + e).orElse("")
                + ", whole: "
                + over
                + ", kept "
                + kept
                + " of "
                + out.size());
    ledger.take(out.messages(kept), began, ended);
    ledger.state().ifPresent(state -> network.log().add("   " + state));
    uncertain = Verdict.uncertain(run.outcome());
    require(
        !whole
            || uncertain.isEmpty()
            || scenario.lists().mayBeUncertain()
            || scenario.outgrowsReaders(),
        "%s only grows, and is not sure to be complete",
        uncertain);
    tally.count(Occurrence.LIST_UNCERTAIN, whole && !uncertain.isEmpty());
    lastRead =
        run.read().stream()
            .filter(stream -> !verdict.isRefused(stream) && !uncertain.contains(stream))
            .toList();
    if (whole) {
      Instant upTo = began.minus(Duration.ofSeconds(2));
      ledger.checkWhole(lastRead, began, ended, endDate.filter(upTo::isAfter).orElse(upTo));
    }
    bounds.check(network.good() - goodBefore);
    if (!network.hasSmallerPages()) {
      bounds.checkLists(network.goodByPath());
    }
    return whole;
  }

  /** A slow target takes its time before each write. */
  private void takeTime() {
    if (!scenario.has(Feature.SLOW_TARGET)) {
      return;
    }
    tally.count(Occurrence.SLOW_READER);
    try {
      turns.sleep(Duration.ofMillis(300));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void countBefore(Optional<Instant> endDate, Instant now) {
    tally.count(Occurrence.END_DATE, endDate.isPresent());
    JsonNode bookmarks = ledger.state().map(state -> state.path("bookmarks")).orElseGet(() -> null);
    if (bookmarks == null) {
      return;
    }
    for (JsonNode bookmark : bookmarks) {
      for (JsonNode range : bookmark.path("unfinished").path("remaining")) {
        tally.count(Occurrence.RUN_RESUMED);
        boolean old =
            Instant.parse(range.path(0).asText()).isBefore(now.minus(Duration.ofDays(740)));
        tally.count(Occurrence.HISTORY_RESUMED, old);
      }
    }
  }

  private void countAfter(Ending ending, boolean whole, Instant began, Instant ended) {
    tally.count(whole ? Occurrence.RUN_WHOLE : Occurrence.RUN_NOT_WHOLE);
    tally.count(Occurrence.RUN_KILLED, ending == Ending.KILL);
    tally.count(Occurrence.PIPE_CLOSED, ending == Ending.PIPE && !whole);
    tally.count(Occurrence.SIGNAL, ending == Ending.SIGNAL);
    tally.count(Occurrence.OUTAGE, ending == Ending.OUTAGE && !whole);
    tally.count(Occurrence.TWO_YEAR_LINE_CROSSED, organization.crossed(began, ended));
  }

  @Override
  public String toString() {
    return "seed " + seed + ": " + scenario;
  }
}

package io.github.tapkustomer.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.Secret;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.ClientOptions;
import io.github.tapkustomer.http.InProcess;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.singer.CatalogReader;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stream.Streams;
import io.github.tapkustomer.sync.RequestStatistics;
import io.github.tapkustomer.sync.SelectedStream;
import io.github.tapkustomer.sync.Sync;
import io.github.tapkustomer.sync.SyncResult;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/** The runs of one tap against one organisation, all of it out of one seed. */
final class Simulation {
  private static final int MOST_RUNS = 12;
  private static final int MOST_STEPS = 20_000;

  /** Each fault may halve them. */
  private static final int PLACES = 1 << 30;

  private final long seed;
  private final Random random;
  private final Random ends;
  private final Scenario scenario;
  private final Turns turns;
  private final Organisation organisation;
  private final Network network;
  private final Union union;
  private final Optional<Duration> window;
  private final List<SelectedStream> selected;
  private long kills;

  Simulation(long seed) {
    this.seed = seed;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.ends = new Random(~seed);
    this.scenario = Scenario.of(random);
    this.turns = new Turns(scenario.start(), scenario.localOffset());
    this.organisation = new Organisation(scenario, random);
    this.network =
        new Network(scenario, new SimulatedKustomer(scenario, organisation, random), turns, random);
    this.union = new Union(scenario, organisation);
    this.window = random.nextInt(5) == 0 ? Optional.of(Duration.ofDays(200)) : Optional.empty();
    this.selected = scenario.streams().stream().map(Simulation::select).toList();
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

  /** How a run ends before its end. */
  private enum Death {
    NONE,
    /** Killed outright: the output ends somewhere. */
    KILL,
    /** The target goes away. */
    PIPE,
    /** Told to stop. */
    SIGNAL,
    /** The API does not answer any more. */
    OUTAGE
  }

  /**
   * Runs it all.
   *
   * @throws AssertionError a promise was broken
   */
  Figures run() throws IOException, InterruptedException {
    int runs = 0;
    for (int i = 0; i < scenario.runs(); i++, runs++) {
      sync(Death.values()[random.nextInt(Death.values().length)], endDate());
      turns.pass(pause());
    }
    organisation.passUntil(turns.serverNow());
    organisation.settle();
    turns.pass(scenario.lag().plusMinutes(2));
    boolean whole = false;
    for (; !whole && runs < MOST_RUNS; runs++) {
      whole = sync(Death.NONE, Optional.empty());
    }
    Union.require(whole, "no run came to its end");
    Instant now = turns.serverNow();
    union.checkWhole(now, now, now);
    return new Figures(
        runs, kills, network.faults(), network.log().size(), union.records(), union.states());
  }

  boolean isParallel() {
    return scenario.concurrency() > 1;
  }

  /** What was asked and how each run ended, a line each. */
  List<String> log() {
    return network.log();
  }

  private Duration pause() {
    return switch (random.nextInt(4)) {
      case 0 -> Duration.ofMillis(random.nextInt(2000));
      case 1 -> Duration.ofSeconds(random.nextInt(600));
      case 2 -> Duration.ofHours(random.nextInt(30));
      default -> Duration.ofDays(random.nextInt(40));
    };
  }

  /** Now and then a run is to read the past alone. */
  private Optional<Instant> endDate() {
    return ends.nextInt(5) > 0
        ? Optional.empty()
        : Optional.of(turns.serverNow().minus(Duration.ofHours(ends.nextInt(9_000))));
  }

  /** One run; says whether it came to its end. */
  private boolean sync(Death death, Optional<Instant> endDate)
      throws IOException, InterruptedException {
    int when = 1 + random.nextInt(30);
    Output out = new Output(death == Death.PIPE ? random.nextInt(12_000) : Integer.MAX_VALUE);
    Instant began = turns.serverNow();
    long goodBefore = network.good();
    AtomicReference<Object> outcome = new AtomicReference<>();
    AtomicReference<Sync> running = new AtomicReference<>();
    long first = turns.steps();
    network.begin();
    turns.run(
        () -> outcome.set(attempt(endDate, out, running)),
        steps -> {
          Union.require(steps - first < MOST_STEPS, "the run does not come to an end");
          if (steps - first == when && death == Death.OUTAGE) {
            network.goDown(true);
          }
          boolean stop = steps - first >= when && death == Death.SIGNAL && running.get() != null;
          if (stop) {
            abort(running.get());
          }
          return !stop;
        });
    network.goDown(false);
    Instant ended = turns.serverNow();
    organisation.passUntil(ended);
    int kept = death == Death.KILL ? random.nextInt(out.size() + 1) : out.size();
    boolean over = judge(outcome.get(), death);
    Union.require(death == Death.PIPE || out.isWhole(), "the output ends in the middle of a line");
    kills += over && death != Death.KILL ? 0 : 1;
    network
        .log()
        .add(
            "-- "
                + death
                + " at "
                + ended
                + endDate.map(end -> ", end_date " + end).orElse("")
                + ", whole: "
                + over
                + ", kept "
                + kept
                + " of "
                + out.size());
    union.take(out.messages(kept), began, ended);
    union.state().ifPresent(state -> network.log().add("   " + state));
    boolean whole = over && death != Death.KILL;
    if (whole) {
      Instant upTo = began.minus(Duration.ofSeconds(2));
      union.checkWhole(began, ended, endDate.filter(upTo::isAfter).orElse(upTo));
    }
    checkRequests(network.good() - goodBefore);
    return whole;
  }

  private Object attempt(Optional<Instant> endDate, Output out, AtomicReference<Sync> running) {
    Settings settings = settings(endDate);
    RequestStatistics statistics = new RequestStatistics(turns);
    ClientOptions options =
        new ClientOptions(
            settings.apiUrl(),
            settings.apiToken(),
            settings.userAgent(),
            PLACES,
            settings.requestTimeout(),
            settings.maxRetries(),
            settings.rateLimitReserve());
    try (KustomerClient client =
        InProcess.client(options, turns, network::jitter, statistics, network)) {
      client.ask(ApiRequest.get("greeting", "/v1/users/current"), body -> body.readAllBytes());
      Sync sync = new Sync(settings, client, statistics, out);
      running.set(sync);
      State state = union.state().map(node -> State.of((ObjectNode) node)).orElseGet(State::empty);
      return sync.run(selected, state, true);
    } catch (Exception | AssertionError e) {
      return e;
    }
  }

  private static void abort(Sync sync) {
    Thread signal =
        new Thread(
            () -> {
              try {
                sync.abort();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    signal.start();
    while (signal.getState() != Thread.State.TIMED_WAITING && signal.isAlive()) {
      Thread.onSpinWait();
    }
  }

  /** Whether the run came to its end; fails where it ended as it must not. */
  private static boolean judge(Object outcome, Death death) {
    if (outcome instanceof SyncResult result) {
      if (result.failure().isEmpty() && result.failedStreams().isEmpty()) {
        return death != Death.SIGNAL;
      }
      if (result.failure().isEmpty()) {
        Union.require(
            result.failedStreams().stream()
                .allMatch(
                    stream ->
                        stream.failures().toString().matches(".*(kept changing|but gives only).*")),
            "failed: %s",
            result.failedStreams());
        return false;
      }
      return judge(result.failure().get(), death);
    }
    if (outcome instanceof TapException failure
        && (failure.kind() == TapException.Kind.API_GAVE_UP
            || failure.kind() == TapException.Kind.OUTPUT_CLOSED && death == Death.PIPE)) {
      return false;
    }
    if (outcome instanceof CancellationException && death == Death.SIGNAL) {
      return false;
    }
    throw new AssertionError("the run ended with " + outcome, (Throwable) outcome);
  }

  private void checkRequests(long requests) {
    long things = 0;
    for (String stream : scenario.streams()) {
      things += organisation.of(stream).size();
    }
    long windows = window.isPresent() ? 250 : 0;
    long bound = 60 + windows + 12 * (things + organisation.changes()) / scenario.pageSize();
    Union.require(requests <= bound, "%d requests for %d things", requests, things);
  }

  private Settings settings(Optional<Instant> endDate) {
    return new Settings(
        new Secret(Network.KEY),
        scenario.startDate(),
        endDate,
        URI.create("https://" + Network.HOST),
        "simulation",
        scenario.pageSize(),
        window,
        scenario.lookback(),
        true,
        OptionalDouble.empty(),
        scenario.concurrency(),
        Duration.ZERO,
        7);
  }

  static SelectedStream select(String stream) {
    ObjectNode catalog = JsonNodeFactory.instance.objectNode();
    ObjectNode entry = catalog.putArray("streams").addObject();
    entry.put("tap_stream_id", stream).put("stream", stream);
    entry.putObject("schema").put("selected", true).put("type", "object");
    entry.withObject("/schema/properties/id").put("type", "string");
    entry.withObject("/schema/properties/updated_at").put("type", "string");
    return new SelectedStream(
        Streams.find(stream).orElseThrow(),
        CatalogReader.read(catalog, "the catalog").selected().get(0));
  }

  @Override
  public String toString() {
    return "seed " + seed + ": " + scenario;
  }
}

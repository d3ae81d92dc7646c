package io.github.tapkustomer.simulation;

import static io.github.tapkustomer.simulation.law.Ledger.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.Secret;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.ClientOptions;
import io.github.tapkustomer.http.InProcess;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.plan.SelectedStream;
import io.github.tapkustomer.simulation.law.Ledger;
import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.Organization;
import io.github.tapkustomer.simulation.world.Scenario;
import io.github.tapkustomer.simulation.world.Streams;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stats.RequestStatistics;
import io.github.tapkustomer.sync.Sync;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The tap, run once, as its command does it. */
final class TapRun {
  /** Each fault may halve them. */
  private static final int PLACES = 1 << 30;

  private final Scenario scenario;
  private final Organization organization;
  private final Turns turns;
  private final Network network;
  private final Ledger ledger;
  private final Settings settings;
  private final Output out;
  private final List<String> read = new ArrayList<>();
  private volatile Sync sync;
  private volatile Object outcome;

  TapRun(
      Scenario scenario,
      Organization organization,
      Turns turns,
      Network network,
      Ledger ledger,
      Optional<Duration> window,
      Optional<Instant> endDate,
      Output out) {
    this.scenario = scenario;
    this.organization = organization;
    this.turns = turns;
    this.network = network;
    this.ledger = ledger;
    this.settings = settings(scenario, window, endDate);
    this.out = out;
  }

  /** How it ended: what it came to, or what it threw. */
  Object outcome() {
    return outcome;
  }

  /** The streams that it was to read. */
  List<String> read() {
    return read;
  }

  boolean hasBegun() {
    return sync != null;
  }

  /** Runs it from a state, or as a sample of so many records. */
  void run(Optional<JsonNode> state, long records) {
    try {
      outcome = attempt(state, records);
    } catch (Exception | AssertionError e) {
      outcome = e;
    }
  }

  private Object attempt(Optional<JsonNode> before, long records) throws InterruptedException {
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
      List<SelectedStream> selected = selected(client);
      network.beginReading();
      sync = new Sync(settings, client, statistics, out).limitedTo(records);
      State state = before.map(node -> State.of((ObjectNode) node)).orElseGet(State::empty);
      return sync.run(selected, state, true);
    }
  }

  private List<SelectedStream> selected(KustomerClient client) {
    List<SelectedStream> selected = new ArrayList<>();
    Discovered found = discovers() ? Discovered.by(client) : Discovered.NOTHING;
    for (String stream : scenario.streams()) {
      Optional<SelectedStream> readable = found.find(stream);
      if (readable.isEmpty()) {
        checkLeftOut(stream);
        readable =
            stream.startsWith(Streams.KLASS) ? readable : Optional.of(Catalogs.select(stream));
      }
      readable.ifPresent(
          one -> {
            ledger.called(stream, one.definition().name());
            selected.add(one);
            read.add(stream);
          });
    }
    return selected;
  }

  private boolean discovers() {
    return scenario.has(Feature.MISLEADING_ROLES)
        || scenario.streams().stream().anyMatch(stream -> stream.startsWith(Streams.KLASS));
  }

  /** Discovery leaves out only what the key may not read. */
  private void checkLeftOut(String stream) {
    boolean klass = stream.startsWith(Streams.KLASS);
    boolean there = !klass || organization.hasKlass(stream.substring(Streams.KLASS.length()));
    boolean refused =
        scenario.has(Feature.REFUSED_STREAM) && stream.equals(scenario.streams().get(0))
            || organization.mayBeDenied(stream);
    require(
        !discovers() || !there || refused || network.wasGivenUp(),
        "LEFT OUT by discovery: %s",
        stream);
  }

  /** Sends the signal, and returns when it has arrived. */
  void abort() {
    Sync running = sync;
    Thread signal =
        new Thread(
            () -> {
              try {
                running.abort();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    signal.start();
    while (signal.getState() != Thread.State.TIMED_WAITING && signal.isAlive()) {
      Thread.onSpinWait();
    }
  }

  private static Settings settings(
      Scenario scenario, Optional<Duration> window, Optional<Instant> endDate) {
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
        Network.RETRIES,
        Masks.NONE,
        scenario.activatesVersions());
  }
}

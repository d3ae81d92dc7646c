package io.github.tapkustomer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.Secret;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.ClientOptions;
import io.github.tapkustomer.http.InProcess;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.plan.SelectedStream;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stats.RequestStatistics;
import io.github.tapkustomer.stats.SyncResult;
import io.github.tapkustomer.sync.Sync;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A full sync in simulated time.
 *
 * @param records of each stream
 * @param age how old the oldest records are
 * @param page records of a page
 * @param latency of an answer
 * @param limit searches in a window
 */
record PacedSync(
    Map<String, Integer> records,
    Duration age,
    int page,
    Duration latency,
    int limit,
    Duration window) {
  static final int CONCURRENCY = 10;

  /**
   * How a sync went.
   *
   * @param seconds from its first request to its end
   */
  record Outcome(double seconds, int searches, int refused) {}

  /** Reads {@code companies=20000+notes=300}. */
  static Map<String, Integer> records(String text) {
    Map<String, Integer> records = new LinkedHashMap<>();
    for (String stream : text.split("\\+")) {
      String[] parts = stream.split("=");
      records.put(parts[0], Integer.parseInt(parts[1]));
    }
    return records;
  }

  /** The searches that the records need at least. */
  int pages() {
    return records.values().stream().mapToInt(count -> (count + page - 1) / page).sum();
  }

  /**
   * Runs it.
   *
   * @param toWindowEnd how long the server's current window still lasts
   */
  Outcome run(Duration toWindowEnd) throws InterruptedException {
    Turns turns = new Turns(Instant.parse("2026-11-24T09:00:00.137Z"), Duration.ZERO);
    Map<String, Integer> contexts = new LinkedHashMap<>();
    records.forEach((stream, count) -> contexts.put(context(stream), count));
    long phase = turns.serverNow().plus(toWindowEnd).toEpochMilli() % window.toMillis();
    PacedServer server =
        new PacedServer(turns, contexts, age, latency, limit, window, Duration.ofMillis(phase));
    Instant began = turns.serverNow();
    AtomicReference<SyncResult> result = new AtomicReference<>();
    Settings settings = settings(began);
    turns.run(() -> result.set(sync(turns, server, settings)), steps -> true);
    assertThat(result.get().failure()).isEmpty();
    assertThat(result.get().failedStreams()).isEmpty();
    double seconds = Duration.between(began, turns.serverNow()).toMillis() / 1000.0;
    return new Outcome(seconds, server.searches(), server.refused());
  }

  /**
   * The seconds that so many searches take at the best: all that fit into what is left of the first
   * window, then whole windows, and the last searches as many at once as there may be.
   */
  double optimum(double leftOfFirst, int searches) {
    double round = latency.toMillis() / 1000.0;
    double first = Math.min(limit, CONCURRENCY * Math.floor(leftOfFirst / round));
    if (searches <= first) {
      return Math.ceil(searches / (double) CONCURRENCY) * round;
    }
    double whole = Math.ceil((searches - first) / limit) - 1;
    double last = searches - first - whole * limit;
    return leftOfFirst + whole * window.toSeconds() + Math.ceil(last / CONCURRENCY) * round;
  }

  private static String context(String stream) {
    return stream.equals("companies") ? "company" : stream.substring(0, stream.length() - 1);
  }

  private Settings settings(Instant now) {
    return new Settings(
        new Secret(Network.KEY),
        now.minus(age).minus(Duration.ofDays(1)),
        Optional.empty(),
        URI.create("https://" + Network.HOST),
        "pace",
        page,
        Optional.empty(),
        Duration.ofMinutes(5),
        true,
        OptionalDouble.empty(),
        CONCURRENCY,
        Duration.ZERO,
        7,
        Masks.NONE,
        false);
  }

  private SyncResult sync(Turns turns, PacedServer server, Settings settings) {
    RequestStatistics statistics = new RequestStatistics(turns);
    ClientOptions options =
        new ClientOptions(
            settings.apiUrl(),
            settings.apiToken(),
            settings.userAgent(),
            settings.concurrency(),
            settings.requestTimeout(),
            settings.maxRetries(),
            settings.rateLimitReserve());
    List<SelectedStream> selected = records.keySet().stream().map(Catalogs::select).toList();
    try (KustomerClient client = InProcess.client(options, turns, () -> 0.5, statistics, server)) {
      client.ask(ApiRequest.get("greeting", "/v1/users/current"), body -> body.readAllBytes());
      return new Sync(settings, client, statistics, new Output(Integer.MAX_VALUE, () -> {}))
          .run(selected, State.empty(), true);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

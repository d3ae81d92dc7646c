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
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How much of the budget a whole sync uses, in simulated time, on average over where the API's
 * windows end. The time from the first request to the last answer is held against the time that the
 * budget alone takes for the searches that were made, and for those that the records need at least.
 * The shorter the sync, the more its first answers and its last weigh.
 */
@ExtendWith(QuietTap.class)
class PaceTest {
  private static final int PHASES = 8;
  private static final int CONCURRENCY = 10;
  private static final Duration YEAR = Duration.ofDays(361);

  @ParameterizedTest
  @CsvSource({
    // streams, records of each, page, latency, searches, window, least share by records
    "companies, 20000, 500, 500, 100, 60, 3",
    "companies, 100000, 500, 500, 100, 60, 1.05",
    "companies+kobjects+notes, 50000, 500, 700, 100, 60, 1.05",
    "companies+kobjects+notes, 6000, 100, 700, 50, 6, 0.95",
    "companies, 12000, 100, 400, 60, 4, 0.9",
  })
  void usesTheBudget(
      String streams, int records, int page, int latency, int limit, int window, double least)
      throws Exception {
    List<String> names = List.of(streams.split("\\+"));
    double pages = names.size() * (double) records / page;
    double taken = 0;
    int searches = 0;
    int refused = 0;
    for (int phase = 0; phase < PHASES; phase++) {
      Turns turns = new Turns(Instant.parse("2026-11-24T09:00:00.137Z"), Duration.ZERO);
      Duration end = Duration.ofSeconds(window).multipliedBy(phase).dividedBy(PHASES);
      PacedServer server =
          new PacedServer(
              turns,
              records,
              Duration.ofMillis(latency),
              limit,
              Duration.ofSeconds(window),
              end.plusMillis(137));
      taken += seconds(turns, server, names, page);
      searches += server.searches();
      refused += server.refused();
    }
    double pace = taken * limit / window;
    double share = PHASES * pages / pace;

    System.err.printf(
        "%s: %.3f by searches, %.3f by records, %d searches, %d refused%n",
        streams, searches / pace, share, searches, refused);
    assertThat(searches / pace).isGreaterThan(0.95);
    assertThat(share).isGreaterThan(least);
    assertThat(refused).isLessThanOrEqualTo(searches / 100);
    assertThat(searches).isLessThan((int) (PHASES * (pages * 1.05 + 20)));
  }

  private static double seconds(Turns turns, PacedServer server, List<String> streams, int page)
      throws Exception {
    Settings settings =
        new Settings(
            new Secret(Network.KEY),
            turns.serverNow().minus(YEAR),
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
    AtomicReference<SyncResult> result = new AtomicReference<>();
    Instant began = turns.serverNow();
    turns.run(() -> result.set(sync(turns, server, settings, streams)), steps -> true);
    assertThat(result.get().failure()).isEmpty();
    assertThat(result.get().failedStreams()).isEmpty();
    return Duration.between(began, turns.serverNow()).toMillis() / 1000.0;
  }

  private static SyncResult sync(
      Turns turns, PacedServer server, Settings settings, List<String> streams) {
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
    List<SelectedStream> selected = streams.stream().map(Catalogs::select).toList();
    try (KustomerClient client = InProcess.client(options, turns, () -> 0.5, statistics, server)) {
      client.ask(ApiRequest.get("greeting", "/v1/users/current"), body -> body.readAllBytes());
      return new Sync(settings, client, statistics, new Output(Integer.MAX_VALUE, () -> {}))
          .run(selected, State.empty(), true);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.faults.Fault;
import io.github.tapkustomer.sandbox.organization.Organization;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
  private static final Instant MONTH_AGO = Instant.now().minus(Duration.ofDays(30));

  private static final int RECORDS = 330;

  @TempDir Path folder;

  /** One request fails; the sync comes out whole. */
  @ParameterizedTest
  @EnumSource(Fault.class)
  void survivesEachKindOfFault(Fault fault) {
    Organization organization = organization(Clock.systemUTC());
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization)) {
      sandbox.faults().hangFor(Duration.ofSeconds(2));
      sandbox.faults().nextFor(new AfterSome(1), fault);
      Tap.Run run = tap(sandbox).set("request_timeout_seconds", 0.5).sync();

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      assertThat(sandbox.faults().pending()).isZero();
      assertIsWhole(run.output().checkProtocol(), organization);
    }
  }

  /** All requests after the first search fail. The next run continues where this one stopped. */
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      mode = Mode.EXCLUDE,
      names = {"WRONG_TYPE", "TIMED_OUT"})
  void givesUpWithAnHonestStateIfFaultsLast(Fault fault) {
    Organization organization = organization(Clock.systemUTC());
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization)) {
      sandbox.faults().hangFor(Duration.ofSeconds(2));
      sandbox.faults().nextFor(new AfterSome(1), times(20, fault));
      Tap tap = tap(sandbox).set("request_timeout_seconds", 1).set("max_retries", 0);
      Tap.Run run = tap.sync();

      assertThat(run.exitCode()).as(run.stderr()).isEqualTo(ExitCode.API_GAVE_UP);
      assertThat(run.criticalLines()).hasSize(1);
      assertThat(run.criticalLines().get(0))
          .as("the second page, or the count that is asked for meanwhile")
          .matches(
              "CRITICAL POST /v1/customers/search\\?page=1&pageSize=(200|1) failed 1 time,"
                  + " last:.*");
      assertThat(run.stderr()).doesNotContain("\tat ");
      assertThat(run.output().states()).isNotEmpty();

      sandbox.faults().clear();
      var union = run.output().newest("conversations");
      SingerOutput rest =
          tap.set("request_timeout_seconds", 20)
              .state(run.output().lastState().orElseThrow())
              .sync()
              .output();
      union.putAll(rest.newest("conversations"));
      assertThat(union).isEqualTo(organization.updatedAtById("conversation"));
      assertThat(rest.records("conversations")).hasSizeLessThan(RECORDS);
    }
  }

  @Test
  void boundsTheRetries() {
    Organization organization = organization(Clock.systemUTC());
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization)) {
      sandbox.faults().nextFor(new AfterSome(0), times(10, Fault.RESET));
      Tap.Run run = tap(sandbox).set("concurrency", 1).set("max_retries", 2).sync();

      assertThat(run.exitCode()).isEqualTo(ExitCode.API_GAVE_UP);
      assertThat(run.criticalLines().toString()).contains("failed 3 times, last: ");
      assertThat(sandbox.faults().pending()).as("all but 3 and a last look").isEqualTo(6);
    }
  }

  /** Custom attributes come with the data too, so a sync goes on if they cannot be looked up. */
  @ParameterizedTest
  @ValueSource(strings = {"/v1/metadata/note", "/v1/klasses"})
  void readsTheStreamsIfTheOrganizationCannotBeLookedUp(String path) {
    Organization organization = organization(Clock.systemUTC());
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization)) {
      sandbox.faults().nextFor(target -> target.startsWith(path), times(9, Fault.INTERNAL_ERROR));
      Tap tap = Tap.on(sandbox, folder).set("page_size_limit", 200).set("max_retries", 0);
      Tap.Run run = tap.sync("--select", "conversations");

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      assertThat(run.stderr()).contains("WARN GET " + path);
      assertIsWhole(run.output().checkProtocol(), organization);
    }
  }

  /** Objects that failed before must not block new ones. */
  @Test
  void readsChildrenBehindMoreObjectsThanAFewThatCannotBeRead() {
    Organization organization = organization(Clock.systemUTC());
    Set<String> all = organization.updatedAtById("conversation").keySet();
    Set<String> bad = new HashSet<>(all);
    bad.removeIf(id -> Integer.parseInt(id.substring(18), 16) % 13 != 0);
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization)) {
      sandbox
          .faults()
          .nextFor(
              target -> bad.stream().anyMatch(target::contains), times(999, Fault.INTERNAL_ERROR));
      Tap tap = tap(sandbox).select("conversation_events").set("max_retries", 0);
      tap.set("page_size_limit", 20);
      Set<String> read = new HashSet<>();
      for (int run = 1; run <= 4; run++) {
        Tap.Run one = tap.sync();
        assertThat(one.exitCode()).as(one.stderr()).isEqualTo(ExitCode.STREAMS_FAILED);
        read.addAll(conversations(one));
        tap.state(one.output().lastState().orElseThrow());
      }
      assertThat(read).hasSize(all.size() - bad.size()).doesNotContainAnyElementsOf(bad);

      sandbox.faults().clear();
      Tap.Run last = tap.sync();
      assertThat(last.exitCode()).as(last.stderr()).isZero();
      assertThat(conversations(last)).containsAll(bad);
    }
  }

  private static List<String> conversations(Tap.Run run) {
    return run.output().records("conversation_events").stream()
        .map(event -> event.path("conversation_id").asText())
        .toList();
  }

  /** A catalog without them would leave them out as long as it is used. */
  @ParameterizedTest
  @ValueSource(strings = {"/v1/metadata/conversation", "/v1/klasses"})
  void makesNoCatalogIfTheOrganizationCannotBeLookedUp(String path) {
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization(Clock.systemUTC()))) {
      sandbox.faults().nextFor(target -> target.startsWith(path), times(9, Fault.INTERNAL_ERROR));
      Tap.Run run = Tap.on(sandbox, folder).set("max_retries", 0).discover();

      assertThat(run.exitCode()).as(run.stderr()).isEqualTo(ExitCode.API_GAVE_UP);
      assertThat(run.criticalLines()).hasSize(1);
      assertThat(run.criticalLines().get(0)).startsWith("CRITICAL ").contains("GET " + path);
      assertThat(run.stdout()).isEmpty();
    }
  }

  /** Whatever is wrong with one stream, the others are read. */
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"INTERNAL_ERROR", "TIMED_OUT", "HTML_PAGE", "HANG"})
  void readsTheOtherStreamsIfSearchesAloneFail(Fault fault) {
    Organization organization = organization(Clock.systemUTC());
    organization.addGenerated("team", 5, MONTH_AGO, MONTH_AGO.plusSeconds(90_000));
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization)) {
      AfterSome searches = new AfterSome(1);
      sandbox
          .faults()
          .nextFor(target -> target.contains("/search") && searches.test(target), times(50, fault));
      Tap tap =
          tap(sandbox)
              .select("conversations", "teams")
              .set("max_retries", 0)
              .set("request_timeout_seconds", 1);
      Tap.Run run = tap.sync();

      assertThat(run.exitCode()).as(run.stderr()).isEqualTo(ExitCode.STREAMS_FAILED);
      assertThat(run.stderr())
          .contains("; other requests are answered; the other streams continue");
      assertThat(run.output().ids("teams")).hasSize(5);
      sandbox.faults().clear();
      Tap.Run next = tap.state(run.output().lastState().orElseThrow()).sync();
      var union = run.output().newest("conversations");
      union.putAll(next.output().newest("conversations"));

      assertThat(union).isEqualTo(organization.updatedAtById("conversation"));
    }
  }

  /** An object that the API fails on is reported and retried in the next run; the rest is read. */
  @Test
  void readsTheOtherChildrenIfThoseOfOneObjectCannotBeRead() {
    Organization organization = Organization.generate(2, 60, Clock.systemUTC());
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization)) {
      Tap tap =
          Tap.on(sandbox, folder)
              .select("conversation_events")
              .set("start_date", "2019-01-01")
              .set("max_retries", 0);
      Set<String> all = Set.copyOf(tap.sync().output().ids("conversation_events"));
      sandbox.faults().nextFor(new OneOf("/events"), times(50, Fault.INTERNAL_ERROR));
      Tap.Run run = tap.sync();
      Set<String> most = Set.copyOf(run.output().ids("conversation_events"));

      assertThat(run.exitCode()).as(run.stderr()).isEqualTo(ExitCode.STREAMS_FAILED);
      assertThat(run.stderr())
          .containsOnlyOnce("FAILED: GET /v1/conversations/")
          .contains("failed 1 time, last: the API answered 500");
      assertThat(most).hasSizeBetween(all.size() * 9 / 10, all.size() - 1);

      sandbox.faults().clear();
      Tap.Run next = tap.state(run.output().lastState().orElseThrow()).sync();
      List<String> rest = next.output().ids("conversation_events");

      assertThat(next.exitCode()).as(next.stderr()).isZero();
      assertThat(rest).hasSizeLessThan(all.size() / 2);
      assertThat(Stream.concat(most.stream(), rest.stream())).containsAll(all);
    }
  }

  private static Fault[] times(int number, Fault fault) {
    return Collections.nCopies(number, fault).toArray(Fault[]::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-P3D", "-PT90S", "PT90S", "P3D"})
  void followsTheServersClock(Duration ahead) {
    Clock clock = Clock.offset(Clock.systemUTC(), ahead);
    Organization organization = organization(clock);
    organization.addGenerated(
        "conversation", 20, clock.instant().minusSeconds(40), clock.instant());
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization)) {
      Tap tap = tap(sandbox).select("conversations", "teams");
      Tap.Run run = tap.sync();
      assertThat(run.exitCode()).as(run.stderr()).isZero();
      assertIsWhole(run.output().checkProtocol(), organization);

      organization.addGenerated("conversation", 5, clock.instant().minusMillis(5), clock.instant());
      Tap.Run next = tap.state(run.output().lastState().orElseThrow()).sync();

      assertThat(next.exitCode()).as(next.stderr()).isZero();
      assertThat(next.output().ids("conversations").size()).isBetween(5, 40);
      var union = run.output().newest("conversations");
      union.putAll(next.output().newest("conversations"));
      assertThat(union).isEqualTo(organization.updatedAtById("conversation"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.kustomerapp.invalid, no such host api.kustomerapp.invalid",
    "http://127.0.0.1:1, no connection:",
    "https://localhost:TLS, TLS failed"
  })
  void saysIfNobodyCanBeReached(String url, String reason) {
    WireMockServer signsForItself =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().dynamicHttpsPort());
    signsForItself.start();
    String reachable = url.replace("TLS", signsForItself.httpsPort() + "");
    Tap.Run run = Tap.at(reachable, "made-up-key", folder).set("max_retries", 0).sync();
    signsForItself.stop();

    assertThat(run.exitCode()).as(run.stderr()).isEqualTo(ExitCode.API_GAVE_UP);
    assertThat(run.criticalLines()).hasSize(1);
    assertThat(run.criticalLines().get(0))
        .startsWith("CRITICAL GET /v1/users/current failed 1 time, last: " + reason);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.stderr()).doesNotContain("\tat ");
  }

  private static void assertIsWhole(SingerOutput output, Organization organization) {
    assertThat(output.newest("conversations"))
        .isEqualTo(organization.updatedAtById("conversation"));
    assertThat(output.ids("conversations")).doesNotHaveDuplicates();
  }

  private static SandboxOptions unlimited() {
    return SandboxOptions.defaults().withSearchLimit(1000);
  }

  private static Organization organization(Clock clock) {
    Organization organization = Organization.empty(clock);
    organization.addGenerated("conversation", RECORDS, MONTH_AGO, MONTH_AGO.plusSeconds(90_000));
    return organization;
  }

  private Tap tap(Sandbox sandbox) {
    return Tap.on(sandbox, folder).select("conversations").set("page_size_limit", 200);
  }

  /** Matches all requests once some searches have passed. */
  private static final class AfterSome implements Predicate<String> {
    private int passed;

    AfterSome(int passed) {
      this.passed = passed;
    }

    @Override
    public boolean test(String target) {
      passed -= target.contains("/search") ? 1 : 0;
      return passed < 0;
    }
  }

  /** Matches all requests of the first target that ends like this. */
  private static final class OneOf implements Predicate<String> {
    private final String end;
    private String first;

    OneOf(String end) {
      this.end = end;
    }

    @Override
    public boolean test(String target) {
      String path = target.replaceFirst("\\?.*", "");
      if (first == null && path.endsWith(end)) {
        first = path;
      }
      return path.equals(first);
    }
  }
}

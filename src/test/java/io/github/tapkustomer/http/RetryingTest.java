package io.github.tapkustomer.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.tapkustomer.OutOfMemoryException;
import io.github.tapkustomer.TapException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingTest extends ClientFixture {
  private static final ApiRequest TEAMS = get("/v1/teams");

  /** Fails the first request and answers all later ones. */
  private static void failOnce(ResponseDefinitionBuilder failure) {
    API.stubFor(
        WireMock.get(anyUrl())
            .inScenario("once")
            .whenScenarioStateIs(STARTED)
            .willReturn(failure)
            .willSetStateTo("failed"));
    API.stubFor(
        WireMock.get(anyUrl())
            .inScenario("once")
            .whenScenarioStateIs("failed")
            .willReturn(okJson("{\"ok\":true}")));
  }

  private void assertSucceedsInTheEnd() {
    assertThat(client.ask(TEAMS, JSON).path("ok").booleanValue()).isTrue();
    API.verify(2, getRequestedFor(anyUrl()));
  }

  @Test
  void staysAwayLongerEachTimeIfARateLimitDoesNotSayForHowLong() {
    API.stubFor(WireMock.get(anyUrl()).willReturn(aResponse().withStatus(429)));
    try (KustomerClient patient = client(URI.create(API.baseUrl()), 7, 2)) {
      assertThatThrownBy(() -> patient.ask(TEAMS, JSON))
          .isInstanceOf(TapException.class)
          .hasMessageContaining("failed 8 times");
    }

    assertThat(timer.waited()).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(4));
  }

  @Test
  void waitsOutARateLimit() {
    failOnce(aResponse().withStatus(429).withHeader("Retry-After", "7"));

    assertSucceedsInTheEnd();
    assertThat(timer.waited()).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7250));
    assertThat(events.lines())
        .containsExactly("teams 429", "again after 0 ms: the API answered 429", "teams 200 used");
  }

  /** The fixture's time is 1795510800 in epoch seconds. Doubt about the clocks adds up to 4 s. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After: 7 | 7",
        "Retry-After: 7.9 | 7",
        "Retry-After: Tue, 24 Nov 2026 09:00:07 GMT | 7",
        "Retry-After: 7; x-ratelimit-limit: 100; x-ratelimit-remaining: 0;"
            + " x-ratelimit-reset: 1795510802 | 7",
        "x-ratelimit-limit: 100; x-ratelimit-remaining: 0; x-ratelimit-reset: 1795510807 | 7",
        "x-ratelimit-limit: 100; x-ratelimit-remaining: 0; x-ratelimit-reset: 1795510807500 | 7",
        "x-ratelimit-limit: 100; x-ratelimit-remaining: 0; x-ratelimit-reset: 7 | 7",
        "X-RateLimit-Limit: 100; X-RateLimit-Remaining: 0; X-RateLimit-Reset: 1795510807 | 7",
        "x-ratelimit-limit: 100; x-ratelimit-remaining: 60; x-ratelimit-reset: 1795510807 | 2",
        "x-ratelimit-reset: 1795510807 | 2",
        "Retry-After: soon | 2",
        "x-none: 0 | 2"
      })
  void waitsOutARateLimitInEveryFormOfTheHeaders(String headers, int seconds) {
    ResponseDefinitionBuilder refusal =
        aResponse().withStatus(429).withHeader("Date", "Tue, 24 Nov 2026 09:00:00 GMT");
    for (String header : headers.split("; ")) {
      refusal.withHeader(header.split(": ")[0], header.split(": ")[1]);
    }
    failOnce(refusal);

    assertSucceedsInTheEnd();
    assertThat(timer.waited())
        .isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + 4));
  }

  @Test
  void advisesALargerHeapWhenMemoryRunsShort() {
    API.stubFor(WireMock.get(anyUrl()).willReturn(okJson("{}")));
    AnswerReader<Object> large =
        body -> {
          throw new OutOfMemoryException(new OutOfMemoryError("made up"));
        };

    assertThatThrownBy(() -> client.ask(TEAMS, large))
        .isInstanceOfSatisfying(
            ApiException.class, failure -> assertThat(failure.isRefusal()).isFalse())
        .hasMessageMatching(
            "GET /v1/teams failed 4 times, last: not enough memory .*; increase the heap,"
                + " .*-Xmx2g");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void retriesAfterAServerError(int status) {
    failOnce(aResponse().withStatus(status).withBody("{\"errors\":[{\"title\":\"busy\"}]}"));

    assertSucceedsInTheEnd();
    assertThat(events.lines())
        .contains("again after 500 ms: the API answered " + status + " (busy)");
  }

  @ParameterizedTest
  @CsvSource({"7, PT7.5S", "0, PT0.5S", "100000, PT5M0.5S", "soon, PT0.5S", "-5, PT0.5S"})
  void leavesAServerAloneForAsLongAsItAsksButNotForEver(String retryAfter, Duration waited) {
    failOnce(aResponse().withStatus(503).withHeader("Retry-After", retryAfter));

    assertSucceedsInTheEnd();
    assertThat(timer.waited()).isEqualTo(waited);
  }

  @Test
  void understandsARetryAfterThatIsADate() {
    failOnce(
        aResponse()
            .withStatus(503)
            .withHeader("Date", "Tue, 24 Nov 2026 09:00:00 GMT")
            .withHeader("Retry-After", "Tue, 24 Nov 2026 09:00:30 GMT"));

    assertSucceedsInTheEnd();
    assertThat(timer.waited()).isEqualTo(Duration.ofMillis(30_500));
  }

  @Test
  void quotesNothingOfAGatewaysHtml() {
    failOnce(aResponse().withStatus(502).withBody("<html><h1>Bad Gateway</h1></html>"));

    assertSucceedsInTheEnd();
    assertThat(events.lines()).contains("again after 500 ms: the API answered 502");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"data\":[", "{\"data\":[1}"})
  void retriesAfterABodyThatIsNotCompleteJson(String body) {
    failOnce(aResponse().withStatus(200).withBody(body));

    AnswerReader<Object> reader =
        stream -> {
          var tree = JSON.read(stream);
          if (tree.isMissingNode()) {
            throw new IncompleteAnswerException("the answer was empty");
          }
          return tree;
        };
    assertThat(client.ask(TEAMS, reader)).hasToString("{\"ok\":true}");
    assertThat(events.lines())
        .contains(
            "again after 500 ms: the answer was "
                + (body.isEmpty() ? "empty" : "not complete JSON"));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void retriesWhenTheConnectionBreaks(Fault fault) {
    failOnce(aResponse().withFault(fault));

    assertSucceedsInTheEnd();
  }

  @Test
  void retriesAfterA204() {
    failOnce(aResponse().withStatus(204));

    assertSucceedsInTheEnd();
  }

  @Test
  void givesUpAfterAllRetries() {
    API.stubFor(WireMock.get(anyUrl()).willReturn(aResponse().withStatus(503)));

    assertGivesUp(
        () -> client.ask(TEAMS, JSON), "GET /v1/teams failed 4 times, last: the API answered 503");
    API.verify(4, getRequestedFor(urlEqualTo("/v1/teams")));
    API.verify(5, getRequestedFor(anyUrl()));
    assertThat(timer.waited()).isEqualTo(Duration.ofMillis(500 + 1000 + 2000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>We are down</html>", "[]"})
  void doesNotMistakeAGatewayForTheApi(String another) {
    API.stubFor(WireMock.get(urlEqualTo("/v1/teams")).willReturn(aResponse().withStatus(502)));
    API.stubFor(WireMock.get(urlEqualTo("/v1/users/current")).willReturn(okJson(another)));

    assertGivesUp(
        () -> client.ask(TEAMS, JSON), "GET /v1/teams failed 4 times, last: the API answered 502");
  }

  /** Otherwise one object that the API fails on would end every run at that object. */
  @ParameterizedTest
  @ValueSource(ints = {200, 403})
  void distinguishesAFailingRequestFromAFailingApi(int another) {
    API.stubFor(WireMock.get(urlEqualTo("/v1/teams")).willReturn(aResponse().withStatus(500)));
    API.stubFor(
        WireMock.get(urlEqualTo("/v1/users/current")).willReturn(okJson("{}").withStatus(another)));

    assertThatThrownBy(() -> client.ask(TEAMS, JSON))
        .isInstanceOfSatisfying(
            ApiException.class, failure -> assertThat(failure.isRefusal()).isFalse())
        .hasMessage(
            "GET /v1/teams failed 4 times, last: the API answered 500; other requests are"
                + " answered");
  }

  @Test
  void doesNotRepeatTheRequestThatTestsWhetherOthersAreAnswered() {
    API.stubFor(WireMock.get(anyUrl()).willReturn(aResponse().withStatus(500)));

    assertGivesUp(
        () -> client.ask(get("/v1/users/current"), JSON),
        "GET /v1/users/current failed 4 times, last: the API answered 500");
    API.verify(4, getRequestedFor(anyUrl()));
  }

  @Test
  void triesForAQuarterOfAnHourAndNoLonger() {
    API.stubFor(WireMock.get(anyUrl()).willReturn(aResponse().withStatus(503)));
    try (KustomerClient patient = client(URI.create(API.baseUrl()), 100, 1)) {
      assertThatThrownBy(() -> patient.ask(TEAMS, JSON)).isInstanceOf(TapException.class);
    }

    assertThat(timer.waited()).isEqualTo(Duration.ofMinutes(15));
  }

  /** The fifth attempt would have to wait until 19 minutes and 20 seconds have passed. */
  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void givesUpIfTheServerAsksForMoreTimeThanIsLeft(int status) {
    API.stubFor(
        WireMock.get(anyUrl())
            .willReturn(aResponse().withStatus(status).withHeader("Retry-After", "290")));
    try (KustomerClient patient = client(URI.create(API.baseUrl()), 1000, 1)) {
      assertGivesUp(
          () -> patient.ask(TEAMS, JSON),
          "GET /v1/teams failed 4 times, last: the API answered " + status);
    }

    assertThat(timer.waited()).isLessThan(Duration.ofMinutes(15));
  }

  @Test
  void givesUpIfNobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (KustomerClient lost = client(URI.create("http://127.0.0.1:" + port), 0, 1)) {
      assertThatThrownBy(() -> lost.ask(TEAMS, JSON))
          .hasMessageStartingWith("GET /v1/teams failed 1 time, last: no connection")
          .hasMessageNotContaining("\n")
          .hasMessageNotContaining(KEY);
    }
  }

  /** Java remembers the failure for ten seconds; two retries come after that. */
  @Test
  void givesUpSoonIfTheFirstRequestFindsNoHost() {
    try (KustomerClient lost = client(URI.create("https://api.kustomerapp.invalid"), 7, 1)) {
      assertGivesUp(
          () -> lost.ask(TEAMS, JSON),
          "GET /v1/teams failed 7 times, last: no such host api.kustomerapp.invalid; check"
              + " org_name, region or api_url");
      assertThat(timer.waited()).isEqualTo(Duration.ofSeconds(20));
    }
  }

  @Test
  void givesUpSoonIfTheFirstHostIsNotTrusted() {
    WireMockServer signsForItself =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().dynamicHttpsPort());
    signsForItself.start();
    URI host = URI.create("https://localhost:" + signsForItself.httpsPort());
    try (KustomerClient lost = client(host, 7, 1)) {
      assertThatThrownBy(() -> lost.ask(TEAMS, JSON))
          .hasMessageStartingWith(
              "GET /v1/teams failed 7 times, last: TLS failed: the host's certificate is not"
                  + " trusted")
          .hasMessageNotContaining("\n");
      assertThat(signsForItself.getAllServeEvents()).isEmpty();
    } finally {
      signsForItself.stop();
    }
  }

  /** A host that has answered has the right name, so the failure will pass. */
  @Test
  void keepsLookingForAHostThatHasAnswered() {
    failOnce(aResponse().withStatus(503));
    assertSucceedsInTheEnd();
    API.stubFor(
        WireMock.get(urlEqualTo("/v1/users/current"))
            .atPriority(1)
            .willReturn(aResponse().withStatus(503)));
    AnswerReader<Object> lookup =
        body -> {
          throw new UnknownHostException("api.kustomerapp.com");
        };

    assertGivesUp(
        () -> client.ask(TEAMS, lookup),
        "GET /v1/teams failed 4 times, last: no such host api.kustomerapp.com; check org_name,"
            + " region or api_url");
  }

  private static void assertGivesUp(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .hasMessage(message)
        .isInstanceOfSatisfying(
            TapException.class, e -> assertThat(e.kind()).isEqualTo(TapException.Kind.API_GAVE_UP));
  }
}

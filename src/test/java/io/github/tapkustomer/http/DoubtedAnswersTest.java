package io.github.tapkustomer.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.tapkustomer.TapException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that may be a passing fault, and what they mean if they come again. */
class DoubtedAnswersTest extends ClientFixture {
  private static final String HTML = "<html><body>Please log in</body></html>";
  private static final String ERROR = "{\"errors\":[{\"code\":\"no\",\"message\":\"not now\"}]}";
  private static final AnswerReader<JsonNode> DATA = AnswerReader.json();

  private static ResponseDefinitionBuilder answer(int status, String body) {
    return aResponse().withStatus(status).withBody(body);
  }

  /** Gives these answers in turn, and a good one from then on. */
  private static void stub(String url, ResponseDefinitionBuilder... answers) {
    String state = STARTED;
    for (int i = 0; i <= answers.length; i++) {
      API.stubFor(
          WireMock.get(urlEqualTo(url))
              .inScenario(url)
              .whenScenarioStateIs(state)
              .willReturn(i < answers.length ? answers[i] : okJson("{\"data\":[1]}"))
              .willSetStateTo(state = i < answers.length ? "answered " + i : state));
    }
  }

  private static void always(String url, ResponseDefinitionBuilder answer) {
    API.stubFor(WireMock.get(urlEqualTo(url)).willReturn(answer));
  }

  private static void othersAreAnswered() {
    always("/v1/users/current", okJson("{\"data\":{}}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 404, 409, 425})
  void retriesAfterAWebPageInTheMiddle(int status) {
    stub("/v1/teams", answer(status, HTML), answer(status, HTML));

    assertThat(client.ask(get("/v1/teams"), DATA).path("data")).hasSize(1);
    API.verify(3, getRequestedFor(urlEqualTo("/v1/teams")));
    assertThat(timer.waited()).isEqualTo(Duration.ofMillis(500 + 1000));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 425})
  void retriesAfterOneRefusalInTheMiddle(int status) {
    stub("/v1/teams", answer(status, ERROR));

    assertThat(client.ask(get("/v1/teams"), DATA).path("data")).hasSize(1);
    API.verify(2, getRequestedFor(urlEqualTo("/v1/teams")));
    assertThat(timer.waited()).isLessThanOrEqualTo(Duration.ofMillis(500));
  }

  /** A key that is wrong is refused each time: another answer says that it was something else. */
  @Test
  void believesNoRefusalForAnotherBeforeIt() {
    stub("/v1/teams", answer(404, ERROR), answer(401, ERROR));

    assertThat(client.ask(get("/v1/teams"), DATA).path("data")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409})
  void believesWhatTheApiRefusesTwice(int status) {
    always("/v1/teams", answer(status, ERROR));

    assertThatThrownBy(() -> client.ask(get("/v1/teams"), DATA))
        .hasMessage("GET /v1/teams answered " + status + " (no: not now)")
        .isInstanceOfSatisfying(
            ApiException.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(status);
              assertThat(refused.endpoint()).isEqualTo("teams");
              assertThat(refused.isRefusal()).isTrue();
            });
    API.verify(2, getRequestedFor(anyUrl()));
    assertThat(timer.waited()).isEqualTo(Duration.ofMillis(300));
    assertThat(events.lines())
        .containsExactly(
            "teams " + status,
            "confirming after 300 ms: the API answered " + status + " (no: not now)",
            "teams " + status);
  }

  @ParameterizedTest
  @CsvSource({"'{}', 2", "'', 3", "Unauthorized, 3"})
  void believesThatTheKeyIsRefusedAfterAFewAnswers(String body, int requests) {
    always("/v1/teams", answer(401, body));

    assertThatThrownBy(() -> client.ask(get("/v1/teams"), DATA))
        .isInstanceOfSatisfying(
            TapException.class, e -> assertThat(e.kind()).isEqualTo(TapException.Kind.KEY_REFUSED));
    API.verify(requests, getRequestedFor(anyUrl()));
  }

  /** Otherwise each of ten thousand children would be requested twice. */
  @Test
  void confirmsOnceForAllRequestsOfAKindThatIsNeverAnswered() {
    API.stubFor(WireMock.get(anyUrl()).willReturn(answer(403, ERROR)));
    for (int child = 1; child <= 5; child++) {
      ApiRequest events = ApiRequest.get("events", "/v1/conversations/" + child + "/events");
      assertThatThrownBy(() -> client.ask(events, DATA)).isInstanceOf(ApiException.class);
    }

    API.verify(6, getRequestedFor(anyUrl()));
  }

  @Test
  void doesNotTakeAWebPageForTheRefusalOfItsKind() {
    always("/v1/conversations/1/events", answer(403, ERROR));
    stub("/v1/conversations/2/events", answer(403, HTML));
    ApiRequest refused = ApiRequest.get("events", "/v1/conversations/1/events");
    ApiRequest answered = ApiRequest.get("events", "/v1/conversations/2/events");

    assertThatThrownBy(() -> client.ask(refused, DATA)).isInstanceOf(ApiException.class);
    assertThat(client.ask(answered, DATA).path("data")).hasSize(1);
  }

  @Test
  void confirmsEachRefusalOfAKindThatIsAnsweredOtherwise() {
    stub("/v1/conversations/1/events");
    always("/v1/conversations/2/events", answer(404, ERROR));
    always("/v1/conversations/3/events", answer(404, ERROR));
    client.ask(ApiRequest.get("events", "/v1/conversations/1/events"), DATA);
    for (int child = 2; child <= 3; child++) {
      ApiRequest events = ApiRequest.get("events", "/v1/conversations/" + child + "/events");
      assertThatThrownBy(() -> client.ask(events, DATA)).isInstanceOf(ApiException.class);
    }

    API.verify(5, getRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void blamesNeitherTheKeyNorTheStreamForAWebPageThatStays(int status) {
    API.stubFor(WireMock.get(anyUrl()).willReturn(answer(status, HTML)));
    assertThatThrownBy(() -> client.ask(get("/v1/teams"), DATA))
        .isInstanceOfSatisfying(
            TapException.class, e -> assertThat(e.kind()).isEqualTo(TapException.Kind.API_GAVE_UP))
        .hasMessage(
            "GET /v1/teams failed 3 times, last: status "
                + status
                + " with a web page instead of JSON: a proxy, firewall or gateway between here and"
                + " the API sent it");

    othersAreAnswered();
    assertThatThrownBy(() -> client.ask(get("/v1/teams"), DATA))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> {
              assertThat(failure.isRefusal()).isFalse();
              assertThat(failure.status()).isZero();
            })
        .hasMessageEndingWith("sent it; other requests are answered");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"data\":null} | the answer has no data",
        "{\"data\":null,\"message\":\"try later\"} | the API answered 200 with an error (try"
            + " later)",
        "{\"errors\":[{\"code\":\"busy\",\"title\":\"Try later\"}],\"data\":[]}"
            + " | the API answered 200 with an error (busy: Try later)",
        "{\"data\":[{\"id\":\"secret record\"}],\"errors\":[{\"title\":\"Partial\"}]}"
            + " | the API answered 200 with an error (Partial)",
        "<!DOCTYPE html><title>Log in</title> | status 200 with a web page instead of JSON: a"
            + " proxy, firewall or gateway between here and the API sent it"
      })
  void doesNotTakeAnErrorWithStatus200ForAnAnswer(String body, String told) {
    stub("/v1/teams", okJson(body));
    assertThat(client.ask(get("/v1/teams"), DATA).path("data")).hasSize(1);
    assertThat(events.lines()).contains("again after 500 ms: " + told);

    always("/v1/tags", okJson(body));
    othersAreAnswered();
    assertThatThrownBy(() -> client.ask(get("/v1/tags"), DATA))
        .isInstanceOf(ApiException.class)
        .hasMessage("GET /v1/tags failed 4 times, last: " + told + "; other requests are answered");
  }

  @Test
  void treatsAnEmptyListOfErrorsAsNone() {
    always("/v1/teams", okJson("{\"data\":[1],\"errors\":[],\"error\":null}"));

    assertThat(client.ask(get("/v1/teams"), DATA).path("data")).hasSize(1);
  }

  @Test
  void quotesAtMostOneLineOfAnError() {
    always("/v1/teams", okJson("{\"errors\":[{\"title\":\"" + "x".repeat(5000) + "\"}]}"));
    othersAreAnswered();

    assertThatThrownBy(() -> client.ask(get("/v1/teams"), DATA))
        .satisfies(failure -> assertThat(failure.getMessage().length()).isLessThan(450));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/teams?page=1&pageSize=100", "/v1/audit-logs?count=1000&x=1"})
  void saysAtOnceThatAPageIsTooLarge(String path) {
    always(path, answer(413, HTML));

    assertThatThrownBy(() -> client.ask(get(path), DATA))
        .isInstanceOfSatisfying(
            ApiException.class, failure -> assertThat(failure.tooLarge()).isTrue())
        .hasMessage("GET " + path + " answered 413");
    API.verify(1, getRequestedFor(anyUrl()));
  }

  @Test
  void treatsThreeGatewayTimeoutsAsAPageThatIsTooLarge() {
    String path = "/v1/teams?page=1&pageSize=100";
    always(path, answer(504, HTML));
    othersAreAnswered();
    try (KustomerClient patient = client(URI.create(API.baseUrl()), 7, 2)) {
      assertThatThrownBy(() -> patient.ask(get(path), DATA))
          .isInstanceOfSatisfying(
              ApiException.class, failure -> assertThat(failure.tooLarge()).isTrue());
    }

    API.verify(3, getRequestedFor(urlEqualTo(path)));
  }

  @Test
  void treatsAGatewayThatTimesOutForAllRequestsAsAnOutage() {
    String path = "/v1/teams?page=1&pageSize=100";
    stub(path, answer(504, HTML), answer(504, HTML), answer(504, HTML));
    always("/v1/users/current", answer(504, HTML));

    assertThat(client.ask(get(path), DATA).path("data")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {413, 504})
  void cannotAskForLessThanOneRecord(int status) {
    String path = "/v1/teams?page=1&pageSize=1";
    always(path, answer(status, HTML));
    othersAreAnswered();

    assertThatThrownBy(() -> client.ask(get(path), DATA))
        .isInstanceOfSatisfying(
            ApiException.class, failure -> assertThat(failure.tooLarge()).isFalse());
  }
}

package io.github.tapkustomer.read.object;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.Secret;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.http.ClientOptions;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.http.RequestListener;
import io.github.tapkustomer.read.object.ObjectRequests.Unread;
import io.github.tapkustomer.read.page.RecordSink;
import io.github.tapkustomer.record.Chunk;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.RecordOptions;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import io.github.tapkustomer.singer.CatalogReader;
import io.github.tapkustomer.stream.Endpoint.Member;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of one object; some have to be requested twice. */
class ObjectRequestsTest {
  @RegisterExtension
  static final WireMockExtension API =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.options().dynamicPort())
          .build();

  private static final String PATH = "/v1/conversations/c1/events";

  private final ExecutorService workers = Executors.newSingleThreadExecutor();
  private final Sink sink = new Sink();
  private final ObjectOutcomes outcomes = new ObjectOutcomes();

  @AfterEach
  void stop() {
    workers.shutdownNow();
  }

  private void read() {
    read(List.of(Parent.of("c1")));
  }

  private List<Unread> read(List<Parent> objects) {
    ClientOptions options =
        new ClientOptions(
            URI.create(API.baseUrl()),
            new Secret("key"),
            "tap-kustomer (me@example.com)",
            2,
            Duration.ofSeconds(20),
            3,
            OptionalDouble.empty());
    try (KustomerClient client =
        new KustomerClient(options, new FakeTimer(), () -> 0.5, RequestListener.none())) {
      return new ObjectRequests(
              client,
              workers,
              "conversation_events",
              ObjectPaths.direct("/v1/conversations/%s/events", Optional.empty()),
              Member.DATA,
              100,
              Integer.MAX_VALUE,
              sink,
              outcomes)
          .read(objects);
    }
  }

  /** A page of events with these numbers. */
  private static String page(int from, int to, boolean more) {
    String data =
        IntStream.range(from, to)
            .mapToObj("{\"type\":\"conversation_event\",\"id\":\"m%d\"}"::formatted)
            .collect(Collectors.joining(","));
    String next = more ? "\"" + PATH + "?page=9\"" : "null";
    return "{\"links\":{\"next\":%s},\"data\":[%s]}".formatted(next, data);
  }

  private static void answer(int page, String body) {
    API.stubFor(
        get(urlPathEqualTo(PATH))
            .withQueryParam("page", equalTo("" + page))
            .willReturn(okJson(body)));
  }

  /** This page first comes without its last bytes, after all of its records. */
  private static void cutOffAtFirst(int page, String body) {
    String cut = body.substring(0, body.length() - 2);
    API.stubFor(
        get(urlPathEqualTo(PATH))
            .withQueryParam("page", equalTo("" + page))
            .inScenario("page " + page)
            .whenScenarioStateIs(STARTED)
            .willReturn(okJson(cut))
            .willSetStateTo("cut off"));
    API.stubFor(
        get(urlPathEqualTo(PATH))
            .withQueryParam("page", equalTo("" + page))
            .inScenario("page " + page)
            .whenScenarioStateIs("cut off")
            .willReturn(okJson(body)));
  }

  @Test
  void continueAfterAPageWhoseRecordsHadAllComeWhenItWasCutOff() {
    cutOffAtFirst(1, page(0, 100, true));
    cutOffAtFirst(2, page(100, 200, true));
    answer(3, page(200, 230, false));

    read();

    assertThat(sink.records).hasValue(230);
  }

  @Test
  void continueAfterAShortPageThatNamesANextOne() {
    answer(1, page(0, 40, true));
    answer(2, page(40, 50, false));

    read();

    assertThat(sink.records).hasValue(50);
  }

  @Test
  void endWhenAPageBringsNothingNewEvenIfItNamesANextOne() {
    answer(1, page(0, 100, true));
    answer(2, page(0, 100, true));

    read();

    assertThat(sink.records).hasValue(100);
    API.verify(2, anyRequestedFor(urlPathEqualTo(PATH)));
  }

  private static List<Parent> conversations(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "c" + i)
        .map(id -> new Parent(id, Optional.of(Instant.EPOCH), Map.of()))
        .toList();
  }

  private static void answerAll(ResponseDefinitionBuilder answer) {
    API.stubFor(any(anyUrl()).atPriority(9).willReturn(okJson("{\"data\":[{\"id\":\"e1\"}]}")));
    API.stubFor(get(urlPathEqualTo("/v1/users/current")).atPriority(9).willReturn(answer));
  }

  /** Otherwise each run would stop at it, and nothing after it would ever be read. */
  @Test
  void leaveAnObjectThatIsNotAnsweredToTheNextRun() {
    answerAll(okJson("{}"));
    API.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withStatus(500)));

    List<Unread> unread = read(conversations(3));

    assertThat(sink.records).hasValue(2);
    assertThat(unread).extracting(object -> object.object().id()).containsExactly("c1");
    assertThat(unread.get(0).why())
        .hasMessageContaining("answered 500; other requests are answered");
  }

  @ParameterizedTest
  @CsvSource({"403, 1, 0", "404, 0, 1", "410, 0, 1"})
  void skipAnObjectThatTheApiRefusesAndCountIt(int status, long forbidden, long gone) {
    answerAll(okJson("{}"));
    API.stubFor(get(urlPathEqualTo(PATH)).willReturn(refusal(status)));

    assertThat(read(conversations(3))).isEmpty();

    assertThat(sink.records).hasValue(2);
    assertThat(outcomes.forbidden()).isEqualTo(forbidden);
    assertThat(outcomes.gone()).isEqualTo(gone);
  }

  /** More than ten used to stop every run at the same place. */
  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410})
  void skipAnyNumberOfRefusedObjectsIfOthersAreAnswered(int status) {
    API.stubFor(any(anyUrl()).atPriority(9).willReturn(refusal(status)));
    API.stubFor(get(urlPathEqualTo(PATH)).willReturn(okJson("{\"data\":[{\"id\":\"e1\"}]}")));

    assertThat(read(conversations(40))).isEmpty();

    assertThat(sink.records).hasValue(1);
    assertThat(outcomes.forbidden() + outcomes.gone()).isEqualTo(39);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410})
  void failIfNoObjectIsAnswered(int status) {
    API.stubFor(any(anyUrl()).willReturn(refusal(status)));

    assertThatThrownBy(() -> read(conversations(30)))
        .isInstanceOfSatisfying(
            ApiException.class, why -> assertThat(why.status()).isEqualTo(status));
  }

  /** Otherwise each hourly run would fail until another conversation changes. */
  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410})
  void doNotFailIfTheOnlyObjectIsRefused(int status) {
    API.stubFor(any(anyUrl()).willReturn(refusal(status)));

    assertThat(read(conversations(1))).isEmpty();
    assertThat(outcomes.gone() + outcomes.forbidden()).isEqualTo(1);
  }

  private static ResponseDefinitionBuilder refusal(int status) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody("{\"errors\":[{\"code\":\"refused\"}]}");
  }

  @Test
  void endIfItIsNotTheObjectsFault() {
    answerAll(aResponse().withStatus(503));
    API.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withStatus(500)));

    assertThatThrownBy(() -> read(conversations(3)))
        .isInstanceOfSatisfying(
            TapException.class,
            failure -> assertThat(failure.kind()).isEqualTo(TapException.Kind.API_GAVE_UP))
        .hasMessageEndingWith("the API answered 500");
  }

  @Test
  void endIfManyObjectsAreNotAnswered() {
    API.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
    API.stubFor(get(urlPathEqualTo("/v1/users/current")).willReturn(okJson("{}")));

    assertThatThrownBy(() -> read(conversations(30))).isInstanceOf(ApiException.class);
  }

  private static final class Sink implements RecordSink {
    private final RecordFormat plan;
    private final AtomicInteger records = new AtomicInteger();

    Sink() {
      StreamDefinition events = Streams.find("conversation_events").orElseThrow();
      ObjectNode catalog = JsonNodeFactory.instance.objectNode();
      catalog
          .withArray("streams")
          .addObject()
          .put("stream", events.name())
          .set("schema", events.schema());
      plan =
          new RecordFormat(
              events, CatalogReader.read(catalog, "it").streams().get(0), RecordOptions.USUAL);
    }

    @Override
    public RecordFormat plan() {
      return plan;
    }

    @Override
    public void awaitRoom() {}

    @Override
    public void accept(Chunk chunk) {
      records.addAndGet(chunk.records());
    }

    @Override
    public void counted(PageSummary page) {}
  }
}

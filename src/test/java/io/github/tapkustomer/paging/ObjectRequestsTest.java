package io.github.tapkustomer.paging;

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
import io.github.tapkustomer.FakeClock;
import io.github.tapkustomer.Secret;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.http.ClientOptions;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.http.RequestListener;
import io.github.tapkustomer.record.Chunk;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.ParentPage.Parent;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.CatalogReader;
import io.github.tapkustomer.stream.Endpoint.Member;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
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

/** The pages of one object, some of which have to be asked for twice. */
class ObjectRequestsTest {
  @RegisterExtension
  static final WireMockExtension API =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.options().dynamicPort())
          .build();

  private static final String PATH = "/v1/conversations/c1/events";

  private final ExecutorService workers = Executors.newSingleThreadExecutor();
  private final Sink sink = new Sink();

  @AfterEach
  void stop() {
    workers.shutdownNow();
  }

  private void read() {
    read(List.of(new Parent("c1", Optional.empty(), Optional.of("c1"))));
  }

  private void read(List<Parent> objects) {
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
        new KustomerClient(options, new FakeClock(), () -> 0.5, RequestListener.none())) {
      new ObjectRequests(
              client, workers, "conversation_events", "conversations/%s/events", Member.DATA, sink)
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

  /** This page comes without its last bytes at first, once all its records were there. */
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
  void goOnBehindAPageWhoseRecordsWereAllThereWhenItWasCutOff() {
    cutOffAtFirst(1, page(0, 100, true));
    cutOffAtFirst(2, page(100, 200, true));
    answer(3, page(200, 230, false));

    read();

    assertThat(sink.records).hasValue(230);
  }

  @Test
  void goOnBehindAShortPageThatNamesANextOne() {
    answer(1, page(0, 40, true));
    answer(2, page(40, 50, false));

    read();

    assertThat(sink.records).hasValue(50);
  }

  @Test
  void endWhereAPageBringsNothingNewThoughItNamesANextOne() {
    answer(1, page(0, 100, true));
    answer(2, page(0, 100, true));

    read();

    assertThat(sink.records).hasValue(100);
    API.verify(2, anyRequestedFor(urlPathEqualTo(PATH)));
  }

  private static List<Parent> conversations(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "c" + i)
        .map(id -> new Parent(id, Optional.of(Instant.EPOCH), Optional.of(id)))
        .toList();
  }

  private static void answerAll(ResponseDefinitionBuilder answer) {
    API.stubFor(any(anyUrl()).atPriority(9).willReturn(okJson("{\"data\":[{\"id\":\"e1\"}]}")));
    API.stubFor(get(urlPathEqualTo("/v1/users/current")).atPriority(9).willReturn(answer));
  }

  /** It would be met again in each run, and nothing behind it would ever be read. */
  @ParameterizedTest
  @CsvSource({
    "500, 'GET /v1/conversations/c1/events?page=1&pageSize=100 failed 4 times, last: the API"
        + " answered 500; others are answered'",
    "403, GET /v1/conversations/c1/events?page=1&pageSize=100 answered 403"
  })
  void passOverAnObjectThatCannotBeRead(int status, String told) {
    answerAll(okJson("{}"));
    API.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withStatus(status)));

    read(conversations(3));

    assertThat(sink.records).hasValue(2);
    assertThat(sink.failures).containsExactly("c1: " + told);
  }

  @Test
  void endWhereItIsNotTheObjectsFault() {
    answerAll(aResponse().withStatus(503));
    API.stubFor(get(urlPathEqualTo(PATH)).willReturn(aResponse().withStatus(500)));

    assertThatThrownBy(() -> read(conversations(3)))
        .isInstanceOfSatisfying(
            TapException.class,
            failure -> assertThat(failure.kind()).isEqualTo(TapException.Kind.API_GAVE_UP))
        .hasMessageEndingWith("the API answered 500");
    assertThat(sink.failures).isEmpty();
  }

  @Test
  void endWhereManyObjectsCannotBeRead() {
    API.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(403)));

    assertThatThrownBy(() -> read(conversations(30))).isInstanceOf(ApiException.class);
    assertThat(sink.failures).hasSize(10);
  }

  /** Such as one without a time, by which the next run would find it. */
  @Test
  void endWhereAnObjectWouldBeForgotten() {
    API.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(403)));

    assertThatThrownBy(this::read).isInstanceOf(ApiException.class);
  }

  private static final class Sink implements PageSink {
    private final RecordFormat plan;
    private final AtomicInteger records = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();

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
              events,
              CatalogReader.read(catalog, "it").streams().get(0),
              false,
              true,
              JsonNodeFactory.instance.objectNode());
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
    public void gone() {
      throw new AssertionError("nothing is gone");
    }

    @Override
    public boolean passOver(Parent object, String why) {
      failures.add(object.id() + ": " + why);
      return object.updatedAt().isPresent();
    }

    @Override
    public void read(PageSummary page) {
      throw new AssertionError("no page of the objects themselves");
    }

    @Override
    public void readBelow(PageSummary page) {}
  }
}

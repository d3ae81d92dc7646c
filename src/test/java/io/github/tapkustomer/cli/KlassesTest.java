package io.github.tapkustomer.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.badRequest;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.tapkustomer.stream.Streams;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The klasses of an organization, and their streams' names and bookmarks. */
class KlassesTest {
  @TempDir Path folder;
  private final Answers answers = new Answers();

  @AfterEach
  void stop() {
    answers.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"enabled", "existing_only", "disabled"})
  void areAllFoundOnHoweverManyPages(String status) {
    klasses(status, 250, "注文");
    metadata();
    Tap.Run run = answers.tap(folder).discover();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    List<JsonNode> klassStreams =
        IntStream.range(0, 10_000)
            .mapToObj(i -> Tap.json(run.stdout()).path("streams").path(i))
            .takeWhile(stream -> !stream.isMissingNode())
            .filter(stream -> stream.at("/metadata/0/metadata").has("kustomer-klass"))
            .toList();
    assertThat(klassStreams).hasSize(250);
    assertThat(klassStreams)
        .extracting(stream -> stream.path("tap_stream_id").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void haveTheirAttributesReadFromEveryPage() {
    klasses("enabled", 250, "klass");
    metadata();
    Tap.Run run = answers.tap(folder).select("custom_attributes").sync();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    answers.server().verify(1, getRequestedFor(urlPathEqualTo("/v1/metadata/kobject.klass249")));
    answers
        .server()
        .verify(
            250 + Streams.RESOURCES.size(), getRequestedFor(urlPathMatching("/v1/metadata/.*")));
  }

  @Test
  void mayBeCalledAnything() {
    String klass = "Über/Auftrag \"2\"?";
    answers.list(
        "klasses",
        "{\"type\":\"klass\",\"id\":\"k\",\"attributes\":{\"name\":\"Über/Auftrag \\\"2\\\"?\"}}");
    Tap.Run run = answers.tap(folder).discover();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.stdout()).contains(Streams.ofKlass(klass).name());
    answers
        .server()
        .verify(
            getRequestedFor(urlEqualTo("/v1/metadata/kobject.%C3%9Cber%2FAuftrag%20%222%22%3F")));
    assertThat(answers.server().getAllServeEvents())
        .as("its attributes are looked for in its records, as its definitions are not there")
        .anySatisfy(
            event ->
                assertThat(Tap.json(event.getRequest().getBodyAsString()).path("queryContext"))
                    .hasToString("\"kobject_Über/Auftrag \\\"2\\\"?\""));
  }

  @Test
  void keepTheirNamesWhateverOtherKlassesThereAre() {
    klasses("enabled", 3, "order");
    String all = answers.tap(folder).discover().stdout();
    klasses("enabled", 0, "order");
    klasses("disabled", 3, "order");
    String disabled = answers.tap(folder).discover().stdout();

    for (String klass : List.of("order0", "order1", "order2")) {
      String name = "\"" + Streams.ofKlass(klass).name() + "\"";
      assertThat(all).contains(name);
      assertThat(disabled).contains(name);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 500})
  void giveNoCatalogIfTheirListCannotBeRead(int status) {
    klasses("enabled", 2, "order");
    answers
        .server()
        .stubFor(
            get(urlEqualTo("/v1/klasses?page=1&pageSize=100&status=disabled"))
                .willReturn(aResponse().withStatus(status)));
    Tap.Run run = answers.tap(folder).set("max_retries", 0).discover();

    assertThat(run.exitCode()).as(run.stderr()).isEqualTo(ExitCode.API_GAVE_UP);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.criticalLines())
        .singleElement()
        .asString()
        .contains("the klasses could not be listed", "status=disabled");
  }

  @Test
  void nameTheRoleThatTheirListNeeds() {
    answers
        .server()
        .stubFor(get(urlPathEqualTo("/v1/klasses")).willReturn(aResponse().withStatus(403)));
    Tap.Run run = answers.tap(folder).discover();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.stderr().lines())
        .filteredOn(line -> line.contains("the streams of klasses are left out"))
        .singleElement()
        .asString()
        .contains("create a new key with the role org.permission.klass.read or ");
  }

  @Test
  void goOnUnderTheNameThatAnOldCatalogGives() {
    answers.search("kobject_order2", object());
    Tap.Run run = answers.tap(folder).catalog(catalog("kobjects_order_", "order2")).sync();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.output().ids("kobjects_order_")).containsExactly("o");
    assertThat(run.output().lastState().orElseThrow().at("/bookmarks/kobjects_order_"))
        .hasToString("{\"updated_at\":\"%s\",\"klass\":\"order2\"}".formatted(Answers.time(9)));
  }

  @Test
  void doNotUseABookmarkOfAnotherKlass() {
    Tap.Run run = resume("{'updated_at':'%s','klass':'order1'}");

    assertThat(run.stderr())
        .contains(
            "WARN kobjects_order_: its bookmark belongs to the klass \"order1\", but the stream now"
                + " holds the klass \"order2\"; it is read from start_date");
    assertThat(searchedFrom()).isEqualTo(Answers.time(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'updated_at':'%s','klass':'order2'}", "{'updated_at':'%s'}", "'%s'"})
  void takeTheirOwnBookmarkAndOneFromBeforeKlassesWereNoted(String bookmark) {
    Tap.Run run = resume(bookmark);

    assertThat(run.stderr()).doesNotContain("belongs to the klass");
    assertThat(searchedFrom()).isEqualTo(Answers.time(5));
  }

  private Tap.Run resume(String bookmark) {
    answers.search("kobject_order2", object());
    String state = "{'bookmarks':{'kobjects_order_':" + bookmark.formatted(Answers.time(5)) + "}}";
    Tap.Run run =
        answers
            .tap(folder)
            .set("lookback_window_seconds", 0)
            .catalog(catalog("kobjects_order_", "order2"))
            .state(Tap.json(state.replace('\'', '"')))
            .sync();
    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.output().ids("kobjects_order_")).containsExactly("o");
    return run;
  }

  private String searchedFrom() {
    return answers.server().getAllServeEvents().stream()
        .map(event -> event.getRequest().getBodyAsString())
        .filter(body -> body.contains("gte"))
        .map(body -> Tap.json(body).at("/and/0/kobject_updated_at/gte").asText())
        .min(String::compareTo)
        .orElseThrow();
  }

  @Test
  void areCountedInTheOtherWayIfTheFirstIsRefused() {
    answers
        .server()
        .stubFor(
            post(urlPathEqualTo("/v1/customers/search"))
                .withRequestBody(containing("\"kobject_updated_at\""))
                .willReturn(badRequest()));
    answers
        .server()
        .stubFor(
            post(urlPathEqualTo("/v1/customers/search"))
                .withRequestBody(containing("\"kobject_order_updated_at\""))
                .willReturn(okJson("{\"meta\":{\"total\":7},\"data\":[]}")));
    List<String> arguments =
        answers.tap(folder).catalog(catalog("kobjects_order", "order")).arguments();
    arguments.add(0, "check");
    Tap.Run run = Tap.run(arguments.toArray(String[]::new));

    assertThat(run.exitCode()).as(run.stdout()).isZero();
    assertThat(run.stdout()).containsPattern("kobjects_order +7 +1\n");
  }

  private void metadata() {
    answers
        .server()
        .stubFor(
            get(urlPathMatching("/v1/metadata/.*"))
                .willReturn(unlimited("{\"data\":{\"id\":\"m\",\"attributes\":{}}}")));
  }

  /** An answer that states a budget so large that nothing waits. */
  private static ResponseDefinitionBuilder unlimited(String json) {
    return okJson(json)
        .withHeader("x-ratelimit-limit", "1000000")
        .withHeader("x-ratelimit-remaining", "999999")
        .withHeader("x-ratelimit-reset", "" + (Instant.now().getEpochSecond() + 60));
  }

  /** Lists so many klasses of a status, 100 on a page; each name ends in a number. */
  private void klasses(String status, int count, String name) {
    for (String each : List.of("enabled", "existing_only", "disabled")) {
      int size = each.equals(status) ? count : 0;
      for (int page = 1; page <= size / 100 + 1; page++) {
        boolean last = page * 100 >= size;
        String data =
            IntStream.range((page - 1) * 100, Math.min(size, page * 100))
                .mapToObj(
                    i ->
                        "{\"type\":\"klass\",\"id\":\"k%d\",\"attributes\":{\"name\":\"%s%d\"}}"
                            .formatted(i, name, i))
                .collect(Collectors.joining(","));
        String url = "/v1/klasses?page=%d&pageSize=100&status=%s".formatted(page, each);
        answers
            .server()
            .stubFor(
                get(urlEqualTo(url))
                    .willReturn(
                        unlimited(
                            "{\"meta\":{\"total\":%d},\"data\":[%s],\"links\":{\"next\":%s}}"
                                .formatted(size, data, last ? "null" : "\"/v1/klasses\""))));
      }
    }
  }

  private static String object() {
    return "{\"type\":\"kobject.order2\",\"id\":\"o\",\"attributes\":{\"updatedAt\":\"@9\"}}";
  }

  private static JsonNode catalog(String stream, String klass) {
    return Tap.json(
        """
        {"streams": [{"tap_stream_id": "%s",
          "schema": {"properties": {"id": {"type": "string"}}},
          "metadata": [{"breadcrumb": [],
            "metadata": {"selected": true, "kustomer-klass": "%s"}}]}]}
        """
            .formatted(stream, klass));
  }
}

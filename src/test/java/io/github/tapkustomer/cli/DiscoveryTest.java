package io.github.tapkustomer.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.badRequest;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.stream.Streams;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
  @TempDir Path folder;

  @Test
  void typesTheOrganizationsOwnFieldsAndKlasses() throws Exception {
    try (Sandbox sandbox = sandbox(Set.of())) {
      Tap.Run run = Tap.on(sandbox, folder).discover();
      JsonNode catalog = new ObjectMapper().readTree(run.stdout());

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      JsonNode custom = stream(catalog, "customers").at("/schema/properties/custom/properties");
      assertThat(type(custom, "lifetime_value_num")).isEqualTo("[\"null\",\"number\"]");
      assertThat(type(custom, "vip_bool")).isEqualTo("[\"null\",\"boolean\"]");
      assertThat(type(custom, "interests_str")).isEqualTo("[\"null\",\"array\"]");
      assertThat(custom.path("last_order_at").path("format").asText()).isEqualTo("date-time");
      JsonNode klass = stream(catalog, klassStream("ecomm-return"));
      assertThat(metadata(klass).path("kustomer-klass").asText()).isEqualTo("ecomm-return");
      assertThat(metadata(klass).path("selected-by-default").asBoolean()).isFalse();
      assertThat(run.stderr()).contains("custom.tax_number_str is sensitive");
    }
  }

  /** Stitch's test suite demands this of every tap. */
  @Test
  void namesAnAutomaticColumnThatEachIncrementalStreamIsReplicatedBy() throws Exception {
    try (Sandbox sandbox = sandbox(Set.of())) {
      JsonNode catalog = Tap.json(Tap.on(sandbox, folder).discover().stdout());

      for (JsonNode stream : catalog.path("streams")) {
        String name = stream.path("stream").asText();
        boolean full = metadata(stream).path("forced-replication-method").asText().startsWith("F");
        JsonNode keys = metadata(stream).path("valid-replication-keys");
        assertThat(keys).as(name).hasSize(full ? 0 : 1);
        for (JsonNode key : keys) {
          JsonNode column = stream.at("/schema/properties").path(key.asText());
          assertThat(column.path("format").asText()).as(name).isEqualTo("date-time");
          assertThat(inclusion(stream, key.asText())).as(name).isEqualTo("automatic");
        }
      }
    }
  }

  private static String inclusion(JsonNode stream, String column) {
    JsonNode place = Tap.json("[\"properties\",\"" + column + "\"]");
    return StreamSupport.stream(stream.path("metadata").spliterator(), false)
        .filter(entry -> entry.path("breadcrumb").equals(place))
        .findFirst()
        .orElseThrow()
        .at("/metadata/inclusion")
        .asText();
  }

  @Test
  void takesFewRequestsInTwoRounds() {
    try (Sandbox sandbox = sandbox(Set.of())) {
      Tap.on(sandbox, folder).discover();

      assertThat(sandbox.traffic().total()).isLessThanOrEqualTo(20);
    }
  }

  @Test
  void leavesOutStreamsWhoseRoleTheKeyLacksAndNamesIt() throws Exception {
    try (Sandbox sandbox = sandbox(Set.of("org.permission.brand.read"))) {
      Tap.Run run = Tap.on(sandbox, folder).discover();

      assertThat(names(new ObjectMapper().readTree(run.stdout())))
          .contains("customers")
          .doesNotContain("brands");
      assertThat(run.stderr()).contains("brands is left out").contains("org.permission.brand.read");
    }
  }

  @Test
  void countsARoleForEveryRoleThatBeginsWithIt() throws Exception {
    try (Answers answers = new Answers()) {
      answers
          .server()
          .stubFor(
              get(urlEqualTo("/v1/auth/tokens/current"))
                  .willReturn(
                      okJson(
                          "{\"data\":{\"attributes\":{\"roles\":[\"org.user.search\",\"org.admin\"]}}}")));
      forbid(answers, "teams", "slas", "brands");
      List<String> names =
          names(new ObjectMapper().readTree(answers.tap(folder).discover().stdout()));

      assertThat(names).contains("customers", "brands", "tags").doesNotContain("teams", "slas");
    }
  }

  @Test
  void fallsBackToSuffixesIfTheDefinitionsMayNotBeRead() throws Exception {
    try (Sandbox sandbox = sandbox(Set.of("org.permission.metadata.read"))) {
      Tap.Run run = Tap.on(sandbox, folder).discover();
      JsonNode catalog = new ObjectMapper().readTree(run.stdout());

      JsonNode custom = stream(catalog, "customers").at("/schema/properties/custom/properties");
      assertThat(type(custom, "lifetime_value_num")).isEqualTo("[\"null\",\"number\"]");
      assertThat(run.stderr()).contains("customer: its custom attributes cannot be read");
    }
  }

  @Test
  void resolvesNamesThatClashAndReportsThem() throws Exception {
    try (Answers answers = new Answers()) {
      answers
          .server()
          .stubFor(
              get(urlEqualTo("/v1/metadata/customer"))
                  .willReturn(
                      okJson(
                          """
                          {"data": {"attributes": {"properties": {
                            "fooBarStr": {"type": "string", "displayName": "Foo"},
                            "foo_barStr": {"type": "string"},
                            "tagsStr": {"type": "string", "multi": true},
                            "secretStr": {"type": "string", "sensitive": {"enabled": true}}}}}}
                          """)));
      answers
          .server()
          .stubFor(
              get(urlEqualTo("/v1/klasses?page=1&pageSize=100&status=enabled"))
                  .willReturn(
                      okJson(
                          """
                          {"data": [{"id": "k2", "attributes": {"name": "Order-2"}},
                                    {"id": "k3", "attributes": {"name": "order.3"}}]}
                          """)));
      Tap.Run run = answers.tap(folder).discover();
      JsonNode catalog = new ObjectMapper().readTree(run.stdout());

      JsonNode custom = stream(catalog, "customers").at("/schema/properties/custom/properties");
      assertThat(custom.has("foo_bar_str")).isTrue();
      assertThat(custom.has("foo_bar_str_2")).isTrue();
      assertThat(run.stderr()).contains("fooBarStr and foo_barStr would both be");
      assertThat(names(catalog)).contains(klassStream("Order-2"), klassStream("order.3"));

      answers.search(
          "customer",
          """
          {"type": "customer", "id": "1", "attributes": {"updatedAt": "@1",
            "custom": {"foo_barStr": "second", "fooBarStr": "first"}}}
          """);
      select(catalog, "customers");
      JsonNode record =
          answers.tap(folder).catalog(catalog).sync().output().records("customers").get(0);
      assertThat(record.path("custom"))
          .hasToString("{\"foo_bar_str_2\":\"second\",\"foo_bar_str\":\"first\"}");
    }
  }

  @Test
  void readsAKlassAsAStreamOfItsOwn() throws Exception {
    try (Sandbox sandbox = sandbox(Set.of())) {
      Tap tap = Tap.on(sandbox, folder);
      JsonNode catalog = new ObjectMapper().readTree(tap.discover().stdout());
      select(catalog, "kobjects", "kobjects_order");
      Tap.Run run = tap.catalog(catalog).sync();

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      SingerOutput output = run.output().checkProtocol();
      List<JsonNode> orders = output.records("kobjects_order");
      assertThat(orders).isNotEmpty();
      assertThat(orders)
          .allSatisfy(order -> assertThat(order.path("type").asText()).isEqualTo("kobject.order"));
      assertThat(output.records("kobjects"))
          .filteredOn(object -> object.path("type").asText().equals("kobject.order"))
          .hasSameSizeAs(orders);
      assertThat(run.stderr()).doesNotContain("not in the schema");
    }
  }

  @Test
  void asksForAKlassInTheOtherWayIfTheFirstIsRefused() throws Exception {
    try (Answers answers = new Answers()) {
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
                  .willReturn(
                      okJson(
                          Answers.withTimes(
                              """
                              {"meta": {"total": 1}, "data": [{"type": "kobject.order", "id": "o",
                                "attributes": {"updatedAt": "@1"}}]}
                              """))));
      JsonNode catalog =
          Tap.json(
              """
              {"streams": [{"tap_stream_id": "kobjects_order",
                "schema": {"properties": {"id": {"type": "string"}}},
                "metadata": [{"breadcrumb": [],
                  "metadata": {"selected": true, "kustomer-klass": "order"}}]}]}
              """);
      Tap.Run run = answers.tap(folder).catalog(catalog).sync();

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      assertThat(run.output().ids("kobjects_order")).containsExactly("o");
    }
  }

  private static Sandbox sandbox(Set<String> withheld) {
    return Sandbox.start(
        SandboxOptions.defaults().withWithheldRoles(withheld),
        Organization.generate(4, 60, Clock.systemUTC()));
  }

  private static void select(JsonNode catalog, String... streams) {
    for (JsonNode stream : catalog.path("streams")) {
      boolean selected = List.of(streams).contains(stream.path("stream").asText());
      ((ObjectNode) metadata(stream)).put("selected", selected);
    }
  }

  private static JsonNode stream(JsonNode catalog, String name) {
    return StreamSupport.stream(catalog.path("streams").spliterator(), false)
        .filter(stream -> stream.path("stream").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(JsonNode catalog) {
    return catalog.path("streams").findValuesAsText("stream");
  }

  private static JsonNode metadata(JsonNode stream) {
    return stream.path("metadata").path(0).path("metadata");
  }

  private static void forbid(Answers answers, String... paths) {
    for (String path : paths) {
      answers
          .server()
          .stubFor(get(urlPathEqualTo("/v1/" + path)).willReturn(aResponse().withStatus(403)));
    }
  }

  private static String klassStream(String klass) {
    return Streams.ofKlass(klass).name();
  }

  private static String type(JsonNode properties, String name) {
    return properties.path(name).path("type").toString();
  }
}

package io.github.tapkustomer.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandMadeAnswersTest {
  private static final String TIMES = "\"createdAt\":\"@0\",\"updatedAt\":\"@%d\"";

  @TempDir Path folder;
  private final Answers answers = new Answers();

  @AfterEach
  void stop() {
    answers.close();
  }

  @Test
  void asksAsTheDocumentationShows() {
    answers.search("note");
    answers.tap(folder).select("notes").set("end_date", Answers.time(86_400)).sync();

    answers
        .server()
        .verify(
            1,
            postRequestedFor(urlEqualTo("/v1/customers/search?page=1&pageSize=500"))
                .withHeader("Authorization", equalTo("Bearer hand-made-key"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(
                    equalToJson(
                        Answers.withTimes(
                            """
                            {"queryContext": "note",
                             "and": [{"note_updated_at": {"gte": "@0"}},
                                     {"note_updated_at": {"lt": "@86400"}}],
                             "sort": [{"note_updated_at": "asc"}],
                             "includeDeleted": true}
                            """))));
  }

  @Test
  void flattensAttributesAndRelationships() {
    answers.search(
        "conversation",
        """
        {"type":"conversation","id":"5a",
         "attributes":{"id":"not the key","name":null,"messageCount":12345678901234567890123,
           "satisfaction":1.50,"sla":{"status":"ok"},"firstDone":{"createdByTeams":["t1"]},
           "createdAt":"2026-01-01T02:00:00+02:00","updatedAt":"@1",
           "customAttributeNew":7},
         "relationships":{"customer":{"links":{"self":"/c"},"data":{"type":"customer","id":"c1"}},
           "messages":{"links":{"self":"/m"}},"sla":{"data":{"type":"sla","id":"s1"}},
           "brand":{"data":null},"queue":null},
         "links":{"self":"/v1/conversations/5a"}}
        """);
    Tap.Run run = answers.tap(folder).select("conversations").sync();

    SingerOutput output = run.output().checkProtocol();
    JsonNode record = output.records("conversations").get(0);
    assertThat(record.path("id").asText()).isEqualTo("5a");
    assertThat(record.path("customer").path("id").asText()).isEqualTo("c1");
    assertThat(record.path("sla").path("status").asText()).isEqualTo("ok");
    assertThat(record.path("sla_data").path("id").asText()).isEqualTo("s1");
    assertThat(record.path("brand").isNull()).isTrue();
    assertThat(record.has("messages")).isFalse();
    assertThat(record.path("created_at").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
    assertThat(record.path("first_done").path("created_by_teams").path(0).asText()).isEqualTo("t1");
    assertThat(record.has("custom_attribute_new")).isFalse();
    assertThat(run.stdout())
        .contains("\"message_count\":null,\"message_count__v_text\":\"12345678901234567890123\"")
        .contains("\"satisfaction\":1.50");
    assertThat(run.stderr()).contains("custom_attribute_new", "left out");
  }

  @Test
  void sendsOddValuesBesideTheirColumns() {
    answers.search(
        "customer",
        customer(0, "\"name\":{\"first\":\"Ada\"}"),
        customer(1, "\"recentConversation\":null,\"rev\":1.5"),
        customer(2, "\"deleted\":\"yes\""),
        customer(3, "\"lastSeenAt\":\"yesterday\""),
        customer(4, "\"emails\":\"ada@example.com\""),
        customer(5, "\"phones\":null"),
        customer(6, "\"lastConversation\":[1,2]"),
        customer(7, "\"conversationCounts\":{\"done\":123456789012345678901234567890}"),
        customer(8, "\"custom\":{\"tierStr\":\"gold\",\"spentNum\":1e3,\"sinceAt\":null}"),
        customer(9, "\"brandNewField\":{\"a\":1}"));
    SingerOutput output = answers.tap(folder).select("customers").sync().output().checkProtocol();

    List<JsonNode> records = output.records("customers");
    assertThat(records).hasSize(10);
    assertThat(records.get(0).path("name").asText()).isEqualTo("{\"first\":\"Ada\"}");
    assertThat(records.get(3).path("last_seen_at").isNull()).isTrue();
    assertThat(records.get(3).path("last_seen_at__v_text").asText()).isEqualTo("yesterday");
    assertThat(records.get(4).path("emails").isNull()).isTrue();
    assertThat(records.get(4).path("emails__v_text").asText()).isEqualTo("ada@example.com");
    assertThat(records.get(8).path("custom").path("tier_str").asText()).isEqualTo("gold");
    assertThat(output.schema("customers").at("/properties/custom/properties/spent_num/type"))
        .hasToString("[\"null\",\"number\"]");
    assertThat(output.schema("customers").at("/properties/last_seen_at/format").asText())
        .isEqualTo("date-time");
  }

  @Test
  void addsUnknownFieldsIfNoCatalogWasGiven() {
    answers
        .search("customer", customer(1, "\"brandNewField\":{\"a\":1}"))
        .search("conversation")
        .search("message")
        .search("note")
        .search("kobject")
        .search("company")
        .list("users")
        .list("teams")
        .list("tags")
        .list("shortcuts");
    SingerOutput output = answers.tap(folder).sync().output().checkProtocol();

    assertThat(output.records("customers").get(0).path("brand_new_field").path("a").asInt())
        .isEqualTo(1);
    assertThat(output.schema("customers").path("properties").has("brand_new_field")).isTrue();
  }

  @Test
  void marksDeletedObjects() {
    answers.search(
        "customer",
        customer(1, "\"deleted\":true,\"deletedAt\":\"@0\""),
        customer(2, "\"deleted\":true"),
        customer(3, "\"deleted\":false,\"deletedAt\":null"));
    List<JsonNode> records =
        answers
            .tap(folder)
            .select("customers")
            .sync()
            .output()
            .checkProtocol()
            .records("customers");

    assertThat(records.get(0).path("_sdc_deleted_at").asText()).isEqualTo(Answers.time(0));
    assertThat(records.get(1).path("_sdc_deleted_at").asText()).isEqualTo(Answers.time(2));
    assertThat(records.get(2).path("_sdc_deleted_at").isNull()).isTrue();
  }

  @Test
  void survivesRecordsWithPartsMissing() {
    answers.search(
        "customer",
        "{\"type\":\"customer\",\"id\":\"1\"}",
        "{\"type\":\"customer\",\"id\":\"2\",\"attributes\":null,\"relationships\":null}",
        "{\"type\":\"customer\",\"attributes\":{" + TIMES.formatted(3) + "}}",
        customer(4, "\"name\":\"\\ud800 \\u2028 \\u0000\""));
    Tap.Run run = answers.tap(folder).select("customers").sync();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    SingerOutput output = run.output();
    assertThat(output.records("customers")).hasSize(3);
    assertThat(output.records("customers").get(2).path("name").asText())
        .isEqualTo("\uFFFD \u2028 \uFFFD");
    assertThat(run.stderr()).contains("1 without id").contains("2 without updated_at");
  }

  @Test
  void readsOnlyWhatTheCatalogSelects() throws Exception {
    answers.search(
        "customer", customer(1, "\"name\":\"Ada\",\"custom\":{\"aStr\":\"x\",\"bStr\":\"y\"}"));
    String catalog =
        """
        {"streams": [{"stream": "customers", "tap_stream_id": "customers",
          "schema": {"type": "object", "selected": true, "properties": {
            "id": {"type": "string"}, "updated_at": {"type": "string", "format": "date-time"},
            "name": {"type": ["null", "string"], "selected": false},
            "custom": {"type": "object", "properties": {
              "a_str": {"type": ["null", "string"]}, "b_str": {"type": ["null", "string"]}}}}},
          "metadata": [{"breadcrumb": ["properties", "custom", "properties", "b_str"],
                        "metadata": {"selected": false}}]}]}
        """;
    JsonNode tree = new ObjectMapper().readTree(catalog);
    SingerOutput output = answers.tap(folder).catalog(tree).sync().output().checkProtocol();

    JsonNode record = output.records("customers").get(0);
    assertThat(record.path("custom")).hasToString("{\"a_str\":\"x\"}");
    assertThat(record.has("name")).isFalse();
    assertThat(output.schema("customers").path("properties").has("name")).isFalse();
  }

  @Test
  void readsUsersInTwoPasses() {
    answers.list("users");
    answers.tap(folder).select("users").sync();

    answers
        .server()
        .verify(1, getRequestedFor(urlEqualTo("/v1/users?page=1&pageSize=500&deleted=false")));
    answers
        .server()
        .verify(1, getRequestedFor(urlEqualTo("/v1/users?page=1&pageSize=500&deleted=true")));
    answers.server().verify(0, postRequestedFor(urlPathEqualTo("/v1/customers/search")));
  }

  private static String customer(int number, String attributes) {
    return "{\"type\":\"customer\",\"id\":\"c%d\",\"attributes\":{%s,%s},\"links\":{}}"
        .formatted(number, attributes, TIMES.formatted(number));
  }
}

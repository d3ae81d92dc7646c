package io.github.tapkustomer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.organization.Population;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private final Organization organization =
      Organization.generate(5, 300, new MutableClock("2026-10-01T12:00:00Z"));
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization);
  private final Client client = Client.of(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "brands, brand",
    "satisfaction, satisfaction",
    "schedules, schedule",
    "routing/queues, queue",
    "routing/settings, routing_settings",
    "routing/work-sessions, work_session",
    "kb/articles, kb_article",
    "kb/categories, kb_category",
    "companies, company"
  })
  void listsWholeRecords(String path, String type) throws Exception {
    JsonNode answer = client.list("/v1/" + path);
    assertThat(answer.path("meta").path("total").asInt()).isPositive();
    JsonNode first = answer.path("data").path(0);
    assertThat(first.path("type").asText()).isEqualTo(type);
    assertThat(first.path("id").asText()).matches("[0-9a-f]{24}");
    assertThat(first.path("attributes").path("createdAt").asText()).endsWith("Z");
    assertThat(first.at("/relationships/org/data/type").asText()).isEqualTo("org");
  }

  @Test
  void listsEnabledKlassesUnlessAskedOtherwise() throws Exception {
    assertThat(names(client.list("/v1/klasses")))
        .containsExactly("order", "ecomm-return", "subscription");
    assertThat(names(client.list("/v1/klasses?status=existing_only")))
        .containsExactly("loyalty_tier");
    assertThat(names(client.list("/v1/klasses?status=disabled"))).containsExactly("legacy-ticket");
    assertThat(client.get("/v1/klasses?status=all").statusCode()).isEqualTo(400);
  }

  private String owner() throws Exception {
    return client.list("/v1/users/current").at("/data/id").asText();
  }

  private static List<String> names(JsonNode klasses) {
    return klasses.path("data").findValuesAsText("name");
  }

  @Test
  void listsTheObjectsOfAKlassFromADateOn() throws Exception {
    JsonNode all = client.list("/v1/klasses/order");
    JsonNode recent = client.list("/v1/klasses/order?fromDate=2026-08-01T00:00:00.000Z");
    assertThat(all.path("meta").path("total").asInt())
        .isGreaterThan(recent.path("meta").path("total").asInt());
    assertThat(recent.path("data").path(0).path("type").asText()).isEqualTo("kobject.order");
    assertThat(client.get("/v1/klasses/unknown").statusCode()).isEqualTo(404);
  }

  @Test
  void includesTheVersionsOfSlasAndTheHolidaysOfSchedules() throws Exception {
    assertThat(client.list("/v1/slas").has("included")).isFalse();
    assertThat(client.list("/v1/slas?versions=active").path("included")).hasSize(Population.SLAS);
    assertThat(client.list("/v1/slas?versions=all").path("included"))
        .hasSize(Population.SLA_VERSIONS);
    String id = client.list("/v1/schedules").path("data").path(1).path("id").asText();
    JsonNode schedule = client.list("/v1/schedules/" + id + "?include=holidays");
    assertThat(schedule.path("data").path("id").asText()).isEqualTo(id);
    assertThat(schedule.path("included")).hasSize(2);
    assertThat(schedule.at("/included/0/relationships/schedule/data/id").asText()).isEqualTo(id);
    assertThat(client.list("/v1/schedules/default").path("data").isObject()).isTrue();
  }

  @Test
  void narrowsWorkSessions() throws Exception {
    JsonNode active = client.list("/v1/routing/work-sessions?active=true");
    assertThat(active.path("data")).hasSize(Population.USERS);
    assertThat(active.findValuesAsText("signedOutAt")).containsOnly("null");
    JsonNode own = client.list("/v1/routing/work-sessions?user=true");
    assertThat(own.path("data")).hasSize(5);
    assertThat(own.at("/data/0/relationships/user/data/id").asText()).isEqualTo(owner());
    assertThat(client.list("/v1/routing/work-sessions?user=false&active=false").at("/meta/total"))
        .hasToString("" + Population.WORK_SESSIONS);
    assertThat(client.get("/v1/routing/work-sessions?user=me").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"customer", "conversation", "message", "note", "company"})
  void declaresTheCustomAttributesThatRecordsHave(String resource) throws Exception {
    Set<String> carried = new HashSet<>();
    JsonNode found = client.found("{'queryContext': '" + resource + "'}");
    for (JsonNode record : found.path("data")) {
      record.path("attributes").path("custom").fieldNames().forEachRemaining(carried::add);
    }
    Set<String> declared = new HashSet<>();
    client
        .list("/v1/metadata/" + resource)
        .at("/data/attributes/properties")
        .fieldNames()
        .forEachRemaining(declared::add);
    assertThat(carried).isNotEmpty().isSubsetOf(declared);
  }

  @Test
  void metadataDescribesArraysMaskedValuesAndTargets() throws Exception {
    JsonNode customer = client.list("/v1/metadata/customer").at("/data/attributes/properties");
    assertThat(customer.at("/interestsStr/multi").asBoolean()).isTrue();
    assertThat(customer.at("/taxNumberStr/sensitive/enabled").asBoolean()).isTrue();
    JsonNode order = client.list("/v1/metadata/kobject.order").at("/data/attributes/properties");
    assertThat(order.at("/totalPriceNum/type").asText()).isEqualTo("number");
    assertThat(client.get("/v1/metadata/team").statusCode()).isEqualTo(404);
  }

  @Test
  void aTokenKnowsItsRoles() throws Exception {
    String missing = "org.permission.brand.read";
    SandboxOptions options = SandboxOptions.defaults().withWithheldRoles(Set.of(missing));
    try (Sandbox narrow = Sandbox.start(options, organization)) {
      assertThat(Client.of(narrow).get("/v1/auth/tokens/current").body())
          .contains("org.permission.search.create")
          .doesNotContain(missing);
    }
  }

  @Test
  void pagesTheAuditLogByIdsAndTimes() throws Exception {
    JsonNode newest = client.list("/v1/audit-logs?count=5");
    List<String> ids = Client.ids(newest);
    assertThat(newest.findValuesAsText("createdAt"))
        .isSortedAccordingTo((a, b) -> b.compareTo(a))
        .hasSize(5);
    String between = "/v1/audit-logs?before=" + ids.get(0) + "&after=" + ids.get(4);
    assertThat(Client.ids(client.list(between))).isEqualTo(ids.subList(1, 4));
    assertThat(client.get("/v1/audit-logs?before=" + ids.get(0)).statusCode()).isEqualTo(400);
    assertThat(client.get("/v1/audit-logs?count=1001").statusCode()).isEqualTo(400);
    String end = newest.at("/data/2/attributes/createdAt").asText();
    String until = "/v1/audit-logs?count=2&" + encoded("filter[end]") + "=" + encoded(end);
    assertThat(Client.ids(client.list(until))).isEqualTo(ids.subList(2, 4));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package io.github.tapkustomer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.limits.Feature;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.organization.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The endpoints beyond the core, roles, features of a plan, and filters on children. */
class EndpointsTest {
  private final Organization organization =
      Organization.generate(5, 300, new MutableClock("2026-10-01T12:00:00Z"));
  private Sandbox sandbox = start(SandboxOptions.defaults());
  private Client client = Client.of(sandbox);

  private Sandbox start(SandboxOptions options) {
    return Sandbox.start(
        options.withOrganizationLimit(100_000).withSearchLimit(100_000), organization);
  }

  private void restart(SandboxOptions options) {
    sandbox.close();
    sandbox = start(options);
    client = Client.of(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ai/automations, machineUserId",
    "routing/queue-rules, criteria",
    "snoozes, enabled",
    "cards, enabled",
    "notifications, message",
    "role-groups, roles",
    "kb/tags, name",
    "kb/knowledge-bases, hash",
    "spam/senders, sender"
  })
  void listsWholeRecords(String path, String attribute) throws Exception {
    JsonNode first = client.list("/v1/" + path).at("/data/0");
    assertThat(first.path("id").asText()).matches("[0-9a-f]{24}");
    assertThat(first.path("attributes").has(attribute)).isTrue();
    assertThat(first.at("/attributes/updatedAt").asText()).endsWith("Z");
  }

  @Test
  void outboundAccountsHaveNoId() throws Exception {
    JsonNode accounts = client.list("/v1/outboundAccounts").path("data");
    assertThat(accounts).hasSize(Population.OUTBOUND_ACCOUNTS);
    assertThat(accounts.findValues("id")).isEmpty();
    assertThat(accounts.path(0).path("attributes").has("account")).isTrue();
  }

  @Test
  void customersHaveSessionsAndThoseHaveEvents() throws Exception {
    int sessions = 0;
    for (String customer : organization.updatedAtById("customer").keySet()) {
      String path = "/v1/customers/" + customer + "/sessions";
      for (JsonNode session : client.list(path).path("data")) {
        sessions++;
        String id = session.path("id").asText();
        JsonNode events = client.list(path + "/" + id + "/events").path("data");
        assertThat(events).hasSize(session.at("/attributes/count").asInt());
        assertThat(events.findValuesAsText("sessionId")).containsOnly(id);
        assertThat(events.path(2).at("/attributes/createdAt"))
            .isEqualTo(session.at("/attributes/lastEventAt"));
      }
      assertThat(client.get(path + "/unknown/events").statusCode()).isEqualTo(404);
    }
    assertThat(sessions).isPositive();
  }

  @Test
  void aConversationHasASummary() throws Exception {
    String id = organization.updatedAtById("conversation").keySet().iterator().next();
    JsonNode summary = client.list("/v1/ai/summaries/" + id + "?lang=en_us").path("data");
    assertThat(summary.at("/relationships/conversation/data/id").asText()).isEqualTo(id);
    assertThat(client.get("/v1/ai/summaries/unknown").statusCode()).isEqualTo(404);
  }

  @Test
  void aPlanMayLackFeatures() throws Exception {
    restart(SandboxOptions.defaults().withoutFeatures(Set.of(Feature.AI, Feature.ROUTING)));
    assertThat(client.get("/v1/ai/automations").statusCode()).isEqualTo(403);
    assertThat(client.get("/v1/routing/queues").statusCode()).isEqualTo(404);
    assertThat(client.get("/v1/teams").statusCode()).isEqualTo(200);
  }

  @Test
  void aLegacyOrBroaderRoleOpensAnEndpointToo() throws Exception {
    SandboxOptions without =
        SandboxOptions.defaults()
            .withWithheldRoles(
                Set.of("org.permission.audit_logs.read", "org.permission.queue.read"));
    restart(without);
    assertThat(client.get("/v1/audit-logs").statusCode()).isEqualTo(403);
    assertThat(client.get("/v1/routing/queues").statusCode()).isEqualTo(403);
    restart(
        without.withFurtherRoles(
            Set.of("org.admin.audit_logs.read", "org.permission.routing.read")));
    assertThat(client.get("/v1/audit-logs").statusCode()).isEqualTo(200);
    assertThat(client.get("/v1/routing/queues").statusCode()).isEqualTo(200);
    assertThat(client.get("/v1/auth/tokens/current").body()).contains("org.admin.audit_logs.read");
  }

  @Test
  void aKeyMayBeLimitedToOtherAddresses() throws Exception {
    assertThat(new Client(sandbox, sandbox.otherNetworkApiKey()).get("/v1/teams"))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(403))
        .satisfies(answer -> assertThat(answer.body()).contains("CIDR"));
  }

  @Test
  void findsConversationsByWhenTheirTimesWereMade() throws Exception {
    String from = "2026-05-01T00:00:00.000Z";
    List<String> expected = new ArrayList<>();
    for (String id : Client.ids(conversations(""))) {
      JsonNode times = client.list("/v1/conversations/" + id + "/times").path("data");
      if (times.findValuesAsText("handleAt").stream().anyMatch(at -> at.compareTo(from) >= 0)) {
        expected.add(id);
      }
    }
    JsonNode found = conversations("{'conversation_time_created_at': {'gte': '" + from + "'}}");
    assertThat(Client.ids(found)).containsExactlyInAnyOrderElementsOf(expected).isNotEmpty();
    assertThat(found.at("/meta/total").asInt()).isLessThan(250);
  }

  @Test
  void findsConversationsByTheirSurveys() throws Exception {
    JsonNode rated = conversations("{'conversation_satisfaction_status': {'equals': 'rated'}}");
    assertThat(rated.path("data")).isNotEmpty();
    for (JsonNode it : rated.path("data")) {
      assertThat(it.at("/attributes/satisfactionLevel/status").asText()).isEqualTo("rated");
    }
    JsonNode recent =
        conversations("{'conversation_satisfaction_created_at': {'gte': '2026-06-01'}}");
    assertThat(recent.path("data")).isNotEmpty();
    for (JsonNode it : recent.path("data")) {
      assertThat(it.at("/attributes/satisfactionLevel/createdAt").asText())
          .isGreaterThan("2026-06-01");
    }
    assertThat(
            client
                .search(
                    "{'queryContext': 'note', 'and':"
                        + " [{'conversation_satisfaction_created_at': {'gte': '2026-06-01'}}]}")
                .statusCode())
        .isEqualTo(400);
  }

  private JsonNode conversations(String condition) throws Exception {
    String body = "{'queryContext': 'conversation', 'and': [" + condition + "]}";
    return Client.json(client.post("/v1/customers/search?pageSize=500", body.replace('\'', '"')));
  }

  @Test
  void customersMayHaveAnSla() throws Exception {
    int matched = 0;
    for (JsonNode it : client.found("{'queryContext': 'customer'}").path("data")) {
      boolean has = it.path("attributes").has("sla");
      assertThat(it.path("relationships").has("slaVersion")).isEqualTo(has);
      matched += has ? 1 : 0;
    }
    assertThat(matched).isBetween(10, 90);
  }
}

package io.github.tapkustomer.sandbox;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.sandbox.organization.Organization;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final String ALL =
      "{'queryContext': 'note', 'sort': [{'note_updated_at': 'asc'}]}";
  private static final String DELETED_TOO =
      "{'queryContext': 'note', 'sort': [{'note_updated_at': 'asc'}], 'includeDeleted': true}";

  private final MutableClock clock = new MutableClock("2026-10-01T12:00:00Z");
  private final Organization organization = Organization.empty(clock);
  private Sandbox sandbox;
  private Client client;

  @BeforeEach
  void start() {
    sandbox =
        Sandbox.start(
            SandboxOptions.defaults().withSearchLimit(100_000).withOrganizationLimit(100_000),
            organization);
    client = Client.of(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customer",
        "conversation",
        "message",
        "note",
        "company",
        "kobject",
        "kobject_order",
        "kobject_ecomm-return"
      })
  void everyPageTogetherIsTheTruth(String context) throws Exception {
    Organization generated = Organization.generate(3, 900, clock);
    try (Sandbox busy = Sandbox.start(SandboxOptions.defaults(), generated)) {
      String attribute = context.split("_")[0] + "_updated_at";
      String body =
          String.format(
              "{'queryContext': '%s', 'sort': [{'%s': 'asc'}], 'includeDeleted': true}",
              context, attribute);
      Set<String> seen = new HashSet<>();
      for (String archive : new String[] {"", "archive/"}) {
        if (context.equals("note") && !archive.isEmpty()) {
          continue;
        }
        for (int page = 1, pages = 1; page <= pages; page++) {
          String path = "/v1/customers/" + archive + "search?pageSize=300&page=" + page;
          JsonNode answer = Client.json(Client.of(busy).post(path, body.replace('\'', '"')));
          pages = answer.path("meta").path("totalPages").asInt();
          for (JsonNode record : answer.path("data")) {
            String id = record.path("id").asText();
            assertThat(seen.add(id)).isTrue();
            assertThat(Instant.parse(record.path("attributes").path("updatedAt").asText()))
                .isEqualTo(generated.updatedAtById(context).get(id));
          }
        }
      }
      Set<String> expected = generated.updatedAtById(context).keySet();
      if (context.equals("note")) {
        Instant horizon = Instant.parse("2024-10-01T12:00:00Z");
        expected =
            generated.updatedAtById(context).entrySet().stream()
                .filter(entry -> !entry.getValue().isBefore(horizon))
                .map(Map.Entry::getKey)
                .collect(toSet());
      }
      assertThat(seen).isNotEmpty().isEqualTo(expected);
    }
  }

  @Test
  void pagesOfAHundredUnlessAskedOtherwise() throws Exception {
    notes(250);
    JsonNode answer = client.found(ALL);
    assertThat(answer.path("data")).hasSize(100);
    assertThat(answer.path("meta").path("total").asInt()).isEqualTo(250);
    assertThat(answer.path("meta").path("totalPages").asInt()).isEqualTo(3);
    assertThat(answer.path("links").path("next").asText())
        .isEqualTo("/v1/customers/search?page=2&pageSize=100");
  }

  @Test
  void refusesPageAHundredAndOneEvenThoughTheLinksContinue() throws Exception {
    notes(250);
    String body = ALL.replace('\'', '"');
    JsonNode last = Client.json(client.post("/v1/customers/search?page=100&pageSize=2", body));
    assertThat(last.path("data")).hasSize(2);
    assertThat(last.path("links").path("next").asText()).contains("page=101");
    assertThat(client.post("/v1/customers/search?page=101&pageSize=2", body).statusCode())
        .isEqualTo(400);
    assertThat(client.post("/v1/customers/search?pageSize=501", body).statusCode()).isEqualTo(400);
    assertThat(client.post("/v1/customers/search?page=0", body).statusCode()).isEqualTo(400);
  }

  @Test
  void hidesWhatIsOlderThanTwoYearsInTheArchive() throws Exception {
    put("company", "a", "2024-10-01T11:59:59.999Z");
    put("company", "b", "2024-10-01T12:00:00.000Z");
    String body = "{'queryContext': 'company'}";
    assertThat(Client.ids(client.found(body))).containsExactly("b");
    assertThat(Client.ids(archive(body))).containsExactly("a");
    clock.advance(Duration.ofMillis(1));
    assertThat(Client.ids(client.found(body))).isEmpty();
    organization.touch("company", "a");
    assertThat(Client.ids(client.found(body))).containsExactly("a");
    assertThat(Client.ids(archive(body))).containsExactly("b");
  }

  @Test
  void hasNoNotesInTheArchive() throws Exception {
    assertThat(client.post("/v1/customers/archive/search", "{\"queryContext\":\"note\"}"))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
        .satisfies(answer -> assertThat(answer.body()).contains("archive"));
  }

  @Test
  void showsDeletedOnesToThoseWhoAsk() throws Exception {
    put("note", "a", "2026-09-01T00:00:00Z");
    put("note", "b", "2026-09-02T00:00:00Z");
    organization.delete("note", "a");
    assertThat(Client.ids(client.found(ALL))).containsExactly("b");
    JsonNode both = client.found(DELETED_TOO);
    assertThat(Client.ids(both)).containsExactly("b", "a");
    JsonNode deleted = both.path("data").path(1).path("attributes");
    assertThat(deleted.path("deleted").asBoolean()).isTrue();
    assertThat(deleted.path("deletedAt").asText()).isEqualTo("2026-10-01T12:00:00.000Z");
    organization.restore("note", "a");
    assertThat(Client.ids(client.found(ALL))).containsExactly("b", "a");
    organization.purge("note", "a");
    assertThat(Client.ids(client.found(DELETED_TOO))).containsExactly("b");
    assertThat(organization.updatedAtById("note")).containsOnlyKeys("b");
  }

  @Test
  void keepsTheOrderOfTies() throws Exception {
    organization.addTies("note", 40, Instant.parse("2026-09-01T00:00:00Z"));
    List<String> paged = new ArrayList<>();
    for (int page = 1; page <= 4; page++) {
      String path = "/v1/customers/search?pageSize=10&page=" + page;
      paged.addAll(Client.ids(Client.json(client.post(path, ALL.replace('\'', '"')))));
    }
    assertThat(paged).doesNotHaveDuplicates().hasSize(40);
    assertThat(Client.ids(client.found(ALL))).isEqualTo(paged);
  }

  @Test
  void aTouchedRecordJumpsToTheEnd() throws Exception {
    put("note", "a", "2026-09-01T00:00:00Z");
    put("note", "b", "2026-09-02T00:00:00Z");
    organization.touch("note", "a");
    JsonNode answer = client.found(ALL);
    assertThat(Client.ids(answer)).containsExactly("b", "a");
    assertThat(answer.path("data").path(1).path("attributes").path("rev").asInt()).isEqualTo(2);
    assertThat(answer.path("meta").path("total").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'gt': '2026-09-01T00:00:00.000Z'} | b c",
        "{'gte': '2026-09-01T00:00:00.000Z'} | a b c",
        "{'lt': '2026-09-02T00:00:00.000Z'} | a",
        "{'lte': '2026-09-02T00:00:00Z'} | a b",
        "{'gt': '2026-09-01T00:00:00Z', 'lt': '2026-09-03T00:00:00Z'} | b",
        "{'equals': '2026-09-02'} | b",
        "{'gt': '2026-09-02'} | c",
        "{'lte': '2026-09-02'} | a b",
        "{'gte': '2026-09-02T02:00:00+02:00'} | b c"
      })
  void understandsEachOperator(String operatorsAndIds) throws Exception {
    put("note", "a", "2026-09-01T00:00:00Z");
    put("note", "b", "2026-09-02T00:00:00Z");
    put("note", "c", "2026-09-03T00:00:00Z");
    String[] parts = operatorsAndIds.split(" \\| ");
    JsonNode answer =
        client.found(
            "{'queryContext': 'note', 'and': [{'note_updated_at': "
                + parts[0]
                + "}], 'sort': {'note_updated_at': {'order': 'asc'}}}");
    assertThat(Client.ids(answer)).containsExactly(parts[1].split(" "));
  }

  @Test
  void combinesAndOrNotAndSortsByCreation() throws Exception {
    for (String id : new String[] {"a", "b", "c", "d"}) {
      ObjectNode attributes = JsonNodeFactory.instance.objectNode();
      attributes.put("createdAt", "2026-08-0" + (9 - id.charAt(0) + 'a') + "T00:00:00Z");
      organization.put("note", id, Instant.parse("2026-09-01T00:00:00Z"), attributes);
    }
    JsonNode answer =
        client.found(
            "{'queryContext': 'note', 'and': [{'note_updated_at': {'equals': '2026-09-01'}}],"
                + "'or': [{'note_created_at': {'lte': '2026-08-07'}},"
                + " {'note_created_at': {'equals': '2026-08-09'}}],"
                + "'not': [{'note_created_at': {'lt': '2026-08-07'}}],"
                + "'sort': [{'note_created_at': 'asc'}]}");
    assertThat(Client.ids(answer)).containsExactly("c", "a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[]",
        "{}",
        "{'queryContext': 'user'}",
        "{'queryContext': 'kobject_unknown'}",
        "{'queryContext': 7}",
        "{'queryContext': 'note', 'surprise': 1}",
        "{'queryContext': 'note', 'and': {}}",
        "{'queryContext': 'note', 'and': [{'conversation_updated_at': {'gt': '2026-01-01'}}]}",
        "{'queryContext': 'note', 'and': [{'note_colour': {'equals': 'red'}}]}",
        "{'queryContext': 'note', 'and': [{'note_updated_at': {'after': '2026-01-01'}}]}",
        "{'queryContext': 'note', 'and': [{'note_updated_at': {'gt': 'yesterday'}}]}",
        "{'queryContext': 'note', 'and': [{'note_updated_at': {'gt': 1767225600}}]}",
        "{'queryContext': 'note', 'and': [{'note_updated_at': '2026-01-01'}]}",
        "{'queryContext': 'note', 'sort': [{'note_updated_at': 'up'}]}",
        "{'queryContext': 'note', 'sort': [{'note_name': 'asc'}]}",
        "{'queryContext': 'note', 'includeDeleted': 'yes'}"
      })
  void refusesWhatItDoesNotUnderstand(String body) throws Exception {
    assertThat(client.search(body))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
        .satisfies(answer -> assertThat(answer.body()).contains("\"errors\":[{", "\"source\":{"));
  }

  @Test
  void givesIdsOnlyToThoseWhoAsk() throws Exception {
    put("note", "a", "2026-09-01T00:00:00Z");
    String body = ALL.replace('\'', '"');
    JsonNode answer = Client.json(client.post("/v1/customers/search?idsOnly=true", body));
    assertThat(answer.path("data").path(0)).hasToString("{\"type\":\"note\",\"id\":\"a\"}");
  }

  @Test
  void searchLagsBehindByTheIndexLag() throws Exception {
    put("note", "a", "2026-09-01T00:00:00Z");
    SandboxOptions lagging = SandboxOptions.defaults().withIndexLag(Duration.ofSeconds(30));
    try (Sandbox slow = Sandbox.start(lagging, organization)) {
      Client reader = Client.of(slow);
      organization.touch("note", "a");
      put("note", "b", "2026-10-01T12:00:00Z");
      JsonNode stale = reader.found(ALL);
      assertThat(Client.ids(stale)).containsExactly("a");
      assertThat(stale.path("data").path(0).path("attributes").path("updatedAt").asText())
          .isEqualTo("2026-09-01T00:00:00.000Z");
      assertThat(Client.ids(reader.list("/v1/notes"))).containsExactly("a", "b");
      clock.advance(Duration.ofSeconds(30));
      assertThat(Client.ids(reader.found(ALL))).containsExactly("a", "b");
    }
  }

  private void notes(int count) {
    organization.addGenerated(
        "note",
        count,
        Instant.parse("2026-08-01T00:00:00Z"),
        Instant.parse("2026-09-01T00:00:00Z"));
  }

  private void put(String context, String id, String updatedAt) {
    organization.put(context, id, Instant.parse(updatedAt), JsonNodeFactory.instance.objectNode());
  }

  private JsonNode archive(String body) throws Exception {
    return Client.json(client.post("/v1/customers/archive/search", body.replace('\'', '"')));
  }
}

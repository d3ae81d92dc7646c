package io.github.tapkustomer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.misbehavior.Misbehavior;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.organization.Population;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisbehaviorsTest {
  private static final String CONVERSATIONS =
      "{'queryContext': 'conversation', 'sort': [{'conversation_updated_at': 'asc'}]}";

  private final MutableClock clock = new MutableClock("2026-10-01T12:00:00Z");
  private final Organization organization = Organization.generate(5, 300, clock);
  private Sandbox sandbox;

  private Client misbehaving(Misbehavior... how) {
    sandbox =
        Sandbox.start(
            SandboxOptions.defaults()
                .withOrganizationLimit(100_000)
                .withSearchLimit(100_000)
                .withMisbehaviors(Set.of(how)),
            organization);
    return Client.of(sandbox);
  }

  @AfterEach
  void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void knowsItsNames() {
    assertThat(Misbehavior.named("late-lists")).isEqualTo(Misbehavior.LATE_LISTS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Misbehavior.named("late"))
        .withMessageContaining("\"late\"")
        .withMessageContaining("no-total, page-total");
  }

  @Test
  void listsShowAChangeThreeSecondsLate() throws Exception {
    Client client = misbehaving(Misbehavior.LATE_LISTS);
    String team = Client.ids(client.list("/v1/teams")).get(0);
    organization.touch("team", team);
    JsonNode late = client.list("/v1/teams").at("/data/0/attributes/updatedAt");
    clock.advance(Duration.ofSeconds(3));
    JsonNode there = client.list("/v1/teams").at("/data/0/attributes/updatedAt");
    assertThat(late.asText()).isLessThan(there.asText()).isLessThan("2026-10-01");
  }

  @Test
  void everyOtherPageComesFromAStaleReplica() throws Exception {
    Client client = misbehaving(Misbehavior.STALE_REPLICA);
    String team = organization.updatedAtById("team").keySet().iterator().next();
    organization.touch("team", team);
    clock.advance(Duration.ofSeconds(10));
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      seen.add(client.list("/v1/teams").at("/data/0/attributes/updatedAt").asText());
    }
    assertThat(seen.get(0)).isEqualTo("2026-10-01T12:00:00.000Z").isEqualTo(seen.get(2));
    assertThat(seen.get(1)).isLessThan(seen.get(0)).isEqualTo(seen.get(3));
  }

  @Test
  void aListGainsAndLosesAnEntryWithEachPage() throws Exception {
    Client client = misbehaving(Misbehavior.MOVING_LISTS);
    Set<String> first = new HashSet<>(organization.updatedAtById("tag").keySet());
    client.list("/v1/tags");
    client.list("/v1/tags?page=2");
    Set<String> last = new HashSet<>(organization.updatedAtById("tag").keySet());
    Set<String> lost = new HashSet<>(first);
    lost.removeAll(last);
    assertThat(last).hasSameSizeAs(first);
    assertThat(lost).isNotEmpty();
  }

  @Test
  void aListHasNoTotalOrThatOfItsPage() throws Exception {
    JsonNode none = misbehaving(Misbehavior.NO_TOTAL).list("/v1/tags").path("meta");
    assertThat(none.has("total") || none.has("totalPages")).isFalse();
    assertThat(none.path("pageSize").asInt()).isEqualTo(100);
    stop();
    JsonNode page = misbehaving(Misbehavior.PAGE_TOTAL).list("/v1/tags");
    assertThat(page.at("/meta/total").asInt()).isEqualTo(100);
    assertThat(page.at("/links/next").asText()).contains("page=2");
  }

  @Test
  void aListHasNoLinks() throws Exception {
    JsonNode tags = misbehaving(Misbehavior.NO_LINKS).list("/v1/tags");
    assertThat(tags.path("data")).hasSize(100);
    assertThat(tags.has("links")).isFalse();
  }

  @Test
  void pagesAreSmallerThanAsked() throws Exception {
    Client client = misbehaving(Misbehavior.SMALL_PAGES);
    JsonNode tags = client.list("/v1/tags?pageSize=100");
    assertThat(tags.path("data")).hasSize(40);
    assertThat(tags.at("/links/next").asText()).isEqualTo("/v1/tags?page=2&pageSize=40");
    assertThat(client.list("/v1/tags?pageSize=7").path("data")).hasSize(7);
    assertThat(client.list("/v1/audit-logs?count=1000").path("data")).hasSize(40);
    String body = CONVERSATIONS.replace('\'', '"');
    assertThat(Client.json(client.post("/v1/customers/search?pageSize=500", body)).path("data"))
        .hasSize(40);
  }

  @Test
  void searchesAreShuffledButPageWell() throws Exception {
    List<String> ordered = allConversations(misbehaving());
    stop();
    List<String> shuffled = allConversations(misbehaving(Misbehavior.SHUFFLED_SEARCHES));
    assertThat(shuffled).containsExactlyInAnyOrderElementsOf(ordered).isNotEqualTo(ordered);
    List<String> reversed = new ArrayList<>(shuffled);
    Collections.reverse(reversed);
    assertThat(reversed).isNotEqualTo(ordered);
  }

  private static List<String> allConversations(Client client) throws Exception {
    List<String> ids = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      String path = "/v1/customers/search?pageSize=100&page=" + page;
      ids.addAll(Client.ids(Client.json(client.post(path, CONVERSATIONS.replace('\'', '"')))));
    }
    return ids;
  }

  @ParameterizedTest
  @CsvSource({
    "NULL_DATA, {\"data\":null}",
    "ERRORS_WITH_200, \"errors\":[{",
    "HTML_WITH_200, <title>Sign in</title>"
  })
  void someAnswersWithStatus200AreFailures(Misbehavior how, String words) throws Exception {
    Client client = misbehaving(how);
    int odd = 0;
    for (int page = 1; page <= 60; page++) {
      HttpResponse<String> answer = client.get("/v1/tags?page=" + page);
      assertThat(answer.statusCode()).isEqualTo(200);
      if (answer.body().contains(words)) {
        odd++;
        assertThat(client.get("/v1/tags?page=" + page).body()).doesNotContain(words);
      }
    }
    assertThat(odd).isBetween(3, 20);
  }

  @Test
  void anOddAnswerComesOnceForARequest() throws Exception {
    Client client = misbehaving(Misbehavior.ODD_ANSWERS);
    Set<Integer> odd = new TreeSet<>();
    for (int page = 1; page <= 300; page++) {
      int status = client.get("/v1/tags?page=" + page).statusCode();
      if (status != 200) {
        odd.add(status);
        assertThat(client.get("/v1/tags?page=" + page).statusCode()).isEqualTo(200);
      }
    }
    assertThat(odd).hasSizeGreaterThan(3).isSubsetOf(302, 400, 401, 403, 404, 409, 425);
  }

  @Test
  void largeAnswersAreRefusedAndSmallerOnesAreNot() throws Exception {
    Client client = misbehaving(Misbehavior.LARGE_PAGES);
    String body = CONVERSATIONS.replace('\'', '"');
    assertThat(client.post("/v1/customers/search?pageSize=300", body).statusCode()).isIn(413, 504);
    assertThat(client.post("/v1/customers/search?pageSize=20", body).statusCode()).isEqualTo(200);
  }

  @Test
  void someParentsRefuseTheirChildrenForGood() throws Exception {
    Client client = misbehaving(Misbehavior.REFUSED_CHILDREN);
    Set<Integer> statuses = new TreeSet<>();
    for (String id : organization.updatedAtById("conversation").keySet()) {
      String path = "/v1/conversations/" + id + "/events";
      int status = client.get(path).statusCode();
      statuses.add(status);
      assertThat(client.get(path).statusCode()).isEqualTo(status);
    }
    assertThat(statuses).containsExactly(200, 403, 404, 410);
  }

  @Test
  void valuesDriftToOtherTypesTheSameWayEachTime() throws Exception {
    Client client = misbehaving(Misbehavior.DRIFTING_VALUES);
    JsonNode once = client.found(CONVERSATIONS);
    assertThat(client.found(CONVERSATIONS)).isEqualTo(once);
    stop();
    JsonNode straight = misbehaving().found(CONVERSATIONS);
    int drifted = 0;
    for (int i = 0; i < straight.path("data").size(); i++) {
      drifted += straight.path("data").path(i).equals(once.path("data").path(i)) ? 0 : 1;
    }
    assertThat(drifted).isBetween(2, 30);
  }

  @Test
  void klassesComeAndGoAndChangePlaces() throws Exception {
    Client client = misbehaving(Misbehavior.DRIFTING_KLASSES);
    Set<List<String>> seen = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      List<String> names = client.list("/v1/klasses").path("data").findValuesAsText("name");
      assertThat(names).hasSize(2);
      seen.add(names);
    }
    assertThat(seen).hasSizeGreaterThan(2);
  }

  @Test
  void thereAre250KlassesOnThreePages() throws Exception {
    Client client = misbehaving(Misbehavior.MANY_KLASSES);
    Set<String> names = new HashSet<>();
    for (int page = 1; page <= 3; page++) {
      JsonNode klasses = client.list("/v1/klasses?pageSize=100&page=" + page);
      names.addAll(klasses.path("data").findValuesAsText("name"));
    }
    assertThat(names).hasSize(248).contains("order1", "order-1", "Order_1", "注文1", "заказ1");
    assertThat(client.get("/v1/metadata/kobject.%E6%B3%A8%E6%96%871").statusCode()).isEqualTo(200);
    assertThat(client.found("{'queryContext': 'kobject_注文1'}").path("data")).isEmpty();
  }

  @Test
  void auditLogsExpireWhileTheyAreRead() throws Exception {
    Client client = misbehaving(Misbehavior.EXPIRING_LOGS);
    int before = client.list("/v1/audit-logs?count=1000").path("data").size();
    for (int i = 0; i < 30; i++) {
      client.list("/v1/audit-logs?count=1");
    }
    assertThat(client.list("/v1/audit-logs?count=1000").path("data").size())
        .isPositive()
        .isLessThan(before);
  }

  @Test
  void workSessionsAreTheKeysOwnUnlessAskedOtherwise() throws Exception {
    Client client = misbehaving(Misbehavior.OWN_WORK_SESSIONS);
    assertThat(client.list("/v1/routing/work-sessions").path("data")).hasSize(1);
    assertThat(client.list("/v1/routing/work-sessions?user=false&active=false").at("/meta/total"))
        .hasToString("" + Population.WORK_SESSIONS);
  }

  @Test
  void aTokenHidesItsRoles() throws Exception {
    Client client = misbehaving(Misbehavior.HIDDEN_ROLES);
    assertThat(client.list("/v1/auth/tokens/current").at("/data/attributes/roles")).isEmpty();
  }

  @Test
  void aTokenMisleadsByItsRoles() throws Exception {
    JsonNode token = misbehaving(Misbehavior.MISLEADING_ROLES).list("/v1/auth/tokens/current");
    assertThat(token.at("/data/attributes/roles/0").asText())
        .isEqualTo("org.permission.widget.read");
  }

  @Test
  void theSameSeedMisbehavesTheSameWay() throws Exception {
    assertThat(statuses(4)).isEqualTo(statuses(4)).isNotEqualTo(statuses(5));
  }

  private List<Integer> statuses(long seed) throws Exception {
    SandboxOptions options =
        SandboxOptions.defaults().withSeed(seed).withMisbehaviors(Set.of(Misbehavior.ODD_ANSWERS));
    List<Integer> statuses = new ArrayList<>();
    try (Sandbox odd = Sandbox.start(options, organization)) {
      for (int i = 0; i < 100; i++) {
        statuses.add(Client.of(odd).get("/v1/tags?page=" + i / 2 + 1).statusCode());
      }
    }
    return statuses;
  }

  @Test
  void nothingMisbehavesUnlessAsked() throws Exception {
    Client client = misbehaving();
    assertThat(client.list("/v1/tags").at("/meta/total").asInt()).isEqualTo(Population.TAGS);
    assertThat(client.list("/v1/klasses").path("data")).hasSize(3);
  }
}

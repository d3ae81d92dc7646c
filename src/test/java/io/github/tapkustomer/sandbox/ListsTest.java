package io.github.tapkustomer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.organization.Population;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListsTest {
  private final MutableClock clock = new MutableClock("2026-10-01T12:00:00Z");
  private final Organization organization = Organization.generate(5, 600, clock);
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization);
  private final Client client = Client.of(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void givesItsLargestPageToThoseWhoAskForMore() throws Exception {
    JsonNode tags = client.list("/v1/tags?pageSize=500");
    assertThat(tags.path("data")).hasSize(100);
    assertThat(tags.path("meta").path("pageSize").asInt()).isEqualTo(100);
    assertThat(tags.path("links").path("next").asText()).isEqualTo("/v1/tags?page=2&pageSize=100");
    JsonNode last = client.list("/v1/tags?page=2&pageSize=100");
    assertThat(last.path("data")).hasSize(Population.TAGS - 100);
    assertThat(last.path("links").path("next").isNull()).isTrue();
  }

  @Test
  void listsActiveAndDeactivatedUsersApart() throws Exception {
    JsonNode active = client.list("/v1/users?pageSize=500");
    JsonNode deactivated = client.list("/v1/users?deleted=true");
    assertThat(deactivated.path("data")).isNotEmpty();
    assertThat(deactivated.findValuesAsText("deletedAt")).doesNotContain("null").isNotEmpty();
    Set<String> all = new HashSet<>(Client.ids(active));
    assertThat(all).doesNotContainAnyElementsOf(Client.ids(deactivated));
    all.addAll(Client.ids(deactivated));
    assertThat(all).isEqualTo(organization.updatedAtById("user").keySet());
  }

  @Test
  void listsNotesOfAnyAge() throws Exception {
    JsonNode notes = client.list("/v1/notes");
    Instant oldest =
        Instant.parse(notes.path("data").path(0).path("attributes").path("updatedAt").asText());
    assertThat(oldest).isBefore("2024-10-01T00:00:00Z");
  }

  @Test
  void knowsWhoAsks() throws Exception {
    assertThat(client.list("/v1/users/current").path("data").path("type").asText())
        .isEqualTo("user");
  }

  @Test
  void isTheSameAgainForTheSameSeed() throws Exception {
    String search = "{'queryContext': 'conversation'}";
    Organization twin = Organization.generate(5, 600, clock);
    Organization other = Organization.generate(6, 600, clock);
    try (Sandbox same = Sandbox.start(SandboxOptions.defaults(), twin);
        Sandbox different = Sandbox.start(SandboxOptions.defaults(), other)) {
      String body = client.search(search).body();
      assertThat(Client.of(same).search(search).body()).isEqualTo(body);
      assertThat(Client.of(different).search(search).body()).isNotEqualTo(body);
    }
  }

  @Test
  void recordsBelongTogether() throws Exception {
    JsonNode message = client.found("{'queryContext': 'message'}").path("data").path(0);
    String conversation =
        message.path("relationships").path("conversation").path("data").path("id").asText();
    String customer =
        message.path("relationships").path("customer").path("data").path("id").asText();
    assertThat(organization.updatedAtById("conversation")).containsKey(conversation);
    assertThat(organization.updatedAtById("customer")).containsKey(customer);
  }
}

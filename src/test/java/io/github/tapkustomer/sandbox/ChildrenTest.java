package io.github.tapkustomer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.store.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildrenTest {
  private final Organization organization =
      Organization.generate(5, 100, new MutableClock("2026-10-01T12:00:00Z"));
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization);
  private final Client client = Client.of(sandbox);
  private final String conversation = organization.ids().of(Kind.CONVERSATION, 84);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "times", "messages", "notes"})
  void pointBackAtTheirConversation(String children) throws Exception {
    JsonNode answer = client.list("/v1/conversations/" + conversation + "/" + children);
    assertThat(answer.path("data")).isNotEmpty();
    for (JsonNode child : answer.path("data")) {
      assertThat(child.at("/relationships/conversation/data/id").asText()).isEqualTo(conversation);
    }
    String unknown = "/v1/conversations/000000000000000000000000/" + children;
    assertThat(client.get(unknown).statusCode()).isEqualTo(404);
  }

  @Test
  void attachmentsPointAtAMessageOfTheConversation() throws Exception {
    JsonNode attachment =
        client.list("/v1/conversations/" + conversation + "/attachments").path("data").path(0);
    JsonNode messages = client.list("/v1/conversations/" + conversation + "/messages");
    assertThat(Client.ids(messages))
        .contains(attachment.at("/relationships/message/data/id").asText());
  }

  @Test
  void everyChangeIsAnEvent() throws Exception {
    String path = "/v1/conversations/" + conversation + "/events";
    int before = client.list(path).path("data").size();
    organization.touch("conversation", conversation);
    assertThat(client.list(path).path("data")).hasSize(before + 1);
  }

  @Test
  void ratedConversationsNameTheAnswerToTheirSurvey() throws Exception {
    JsonNode answer = client.found("{'queryContext': 'conversation'}");
    int rated = 0;
    for (JsonNode record : answer.path("data")) {
      JsonNode survey = record.path("attributes").path("satisfactionLevel");
      if (survey.path("status").asText().equals("rated")) {
        rated++;
        String id = survey.path("formResponse").asText();
        JsonNode response = client.list("/v1/satisfaction-responses/" + id).path("data");
        assertThat(response.at("/attributes/rating")).isEqualTo(survey.path("rating"));
        assertThat(response.at("/relationships/conversation/data/id")).isEqualTo(record.path("id"));
      }
    }
    assertThat(rated).isPositive();
  }

  @Test
  void someCustomersWereMergedInto() throws Exception {
    String target = organization.ids().of(Kind.CUSTOMER, 20);
    String other = organization.ids().of(Kind.CUSTOMER, 21);
    JsonNode merges = client.list("/v1/customers/" + target + "/merges");
    assertThat(merges.at("/data/0/relationships/target/data/id").asText()).isEqualTo(target);
    assertThat(client.list("/v1/customers/" + other + "/merges").path("data")).isEmpty();
  }
}

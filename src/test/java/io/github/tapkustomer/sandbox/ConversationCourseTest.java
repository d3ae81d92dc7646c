package io.github.tapkustomer.sandbox;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.organization.BusinessHours;
import io.github.tapkustomer.sandbox.organization.Organization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a conversation, its children, its messages and its people say must agree. */
class ConversationCourseTest {
  private final MutableClock clock = new MutableClock("2026-10-01T12:00:00Z");
  private final Organization organization = Organization.generate(5, 260, clock);
  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.defaults().withOrganizationLimit(100_000).withSearchLimit(100_000),
          organization);
  private final Client client = Client.of(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private List<JsonNode> all(String context) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    String body = "{\"queryContext\": \"" + context + "\", \"includeDeleted\": true}";
    for (String archive : context.equals("note") ? List.of("") : List.of("", "archive/")) {
      for (int page = 1, pages = 1; page <= pages; page++) {
        String path = "/v1/customers/" + archive + "search?pageSize=500&page=" + page;
        JsonNode answer = Client.json(client.post(path, body));
        pages = answer.at("/meta/totalPages").asInt();
        answer.path("data").forEach(all::add);
      }
    }
    return all;
  }

  private static Map<String, JsonNode> byId(List<JsonNode> records) {
    return records.stream().collect(toMap(record -> record.path("id").asText(), each -> each));
  }

  private static long millis(JsonNode record, String pointer) {
    return Instant.parse(record.at("/attributes" + pointer).asText()).toEpochMilli();
  }

  private static long number(JsonNode record, String pointer) {
    return record.at("/attributes" + pointer).asLong();
  }

  @Test
  void timesLieBetweenCreationAndUpdateAndDurationsAreTheirDifferences() throws Exception {
    Set<String> statuses = new TreeSet<>();
    int answered = 0;
    for (JsonNode it : all("conversation")) {
      long created = millis(it, "/createdAt");
      long updated = millis(it, "/updatedAt");
      statuses.add(it.at("/attributes/status").asText());
      for (String moment : List.of("/firstResponse", "/firstDone", "/lastDone")) {
        if (it.at("/attributes" + moment).has("createdAt")) {
          long at = millis(it, moment + "/createdAt");
          assertThat(at).as(moment).isBetween(created, updated);
          assertThat(number(it, moment + "/time")).isEqualTo(at - created);
          assertThat(number(it, moment + "/businessTime"))
              .isEqualTo(BusinessHours.between(created, at))
              .isBetween(0L, at - created);
        }
      }
      answered += it.at("/attributes/firstResponse").has("sentAt") ? 1 : 0;
      assertThat(
              number(it, "/totalOpen/time")
                  + number(it, "/totalDone/time")
                  + number(it, "/totalSnooze/time"))
          .isEqualTo(updated - created);
      assertThat(number(it, "/reopenCount")).isLessThanOrEqualTo(number(it, "/doneCount"));
      assertThat(it.at("/attributes/ended").asBoolean())
          .isEqualTo(it.at("/attributes/status").asText().equals("done"));
    }
    assertThat(statuses).containsExactly("done", "open", "snoozed");
    assertThat(answered).isBetween(150, 259);
  }

  @Test
  void aConversationsMessagesAreItsFirstAndLast() throws Exception {
    Map<String, JsonNode> messages = byId(all("message"));
    for (JsonNode it : all("conversation")) {
      for (String name : List.of("firstMessageIn", "lastMessageIn", "firstMessageOut")) {
        JsonNode moment = it.at("/attributes/" + name);
        if (moment.has("id")) {
          JsonNode message = messages.get(moment.path("id").asText());
          assertThat(message.at("/attributes/sentAt")).isEqualTo(moment.path("sentAt"));
          assertThat(message.at("/attributes/direction").asText())
              .isEqualTo(name.endsWith("In") ? "in" : "out");
          assertThat(message.at("/attributes/channel")).isEqualTo(it.at("/attributes/channels/0"));
          assertThat(message.at("/relationships/conversation/data/id")).isEqualTo(it.path("id"));
        }
      }
      JsonNode response = it.at("/attributes/firstResponse");
      if (response.has("id")) {
        JsonNode message = messages.get(response.path("id").asText());
        assertThat(message.at("/attributes/responseTime")).isEqualTo(response.path("time"));
        assertThat(message.at("/relationships/createdBy/data/id"))
            .isEqualTo(response.path("createdBy"));
      }
    }
  }

  @Test
  void nothingIsThereBeforeWhatItBelongsTo() throws Exception {
    Map<String, JsonNode> customers = byId(all("customer"));
    Map<String, JsonNode> conversations = byId(all("conversation"));
    for (JsonNode it : conversations.values()) {
      JsonNode customer = customers.get(it.at("/relationships/customer/data/id").asText());
      assertThat(millis(it, "/createdAt")).isGreaterThanOrEqualTo(millis(customer, "/createdAt"));
    }
    for (String context : List.of("message", "note")) {
      for (JsonNode it : all(context)) {
        JsonNode parent = conversations.get(it.at("/relationships/conversation/data/id").asText());
        assertThat(millis(it, "/createdAt")).isGreaterThanOrEqualTo(millis(parent, "/createdAt"));
      }
    }
  }

  @Test
  void assignedAgentsBelongToTheAssignedTeam() throws Exception {
    Map<String, List<String>> members = new HashMap<>();
    for (JsonNode team : client.list("/v1/teams").path("data")) {
      members.put(
          team.path("id").asText(),
          StreamSupport.stream(team.at("/attributes/members").spliterator(), false)
              .map(JsonNode::asText)
              .toList());
    }
    int assigned = 0;
    for (JsonNode it : all("conversation")) {
      JsonNode agent = it.at("/attributes/assignedUsers/0");
      if (!agent.isMissingNode()) {
        assigned++;
        assertThat(members.get(it.at("/attributes/assignedTeams/0").asText()))
            .contains(agent.asText());
      }
    }
    assertThat(assigned).isPositive();
  }

  @Test
  void eventsTimesWorkItemsAndSurveysAgree() throws Exception {
    int resolved = 0;
    for (JsonNode it : all("conversation")) {
      String id = it.path("id").asText();
      long done = 0;
      String last = "";
      for (JsonNode event : client.list("/v1/conversations/" + id + "/events").path("data")) {
        JsonNode after = event.at("/attributes/changes/attributes/status/after");
        assertThat(millis(event, "/createdAt"))
            .isBetween(millis(it, "/createdAt"), millis(it, "/updatedAt"));
        done += after.asText().equals("done") ? 1 : 0;
        last = after.isTextual() ? after.asText() : last;
      }
      assertThat(done).isEqualTo(number(it, "/doneCount"));
      assertThat(last.isEmpty() ? "open" : last).isEqualTo(it.at("/attributes/status").asText());
      JsonNode seconds = client.list("/v1/conversations/" + id + "/times?pageSize=1000");
      JsonNode millis = client.list("/v2/conversations/" + id + "/times?pageSize=1000");
      assertThat(millis.path("data")).hasSameSizeAs(seconds.path("data"));
      for (int i = 0; i < seconds.path("data").size(); i++) {
        long old = number(seconds.path("data").path(i), "/handleTime");
        assertThat(number(millis.path("data").path(i), "/handleTime") / 1000)
            .isEqualTo(old)
            .isNotNegative();
      }
      JsonNode items = client.list("/v1/routing/conversations/" + id + "/work-items");
      assertThat(items.path("data")).hasSize(1 + (int) number(it, "/reopenCount"));
      JsonNode accepted = items.at("/data/0/attributes/lastRevision/acceptedAt");
      if (it.at("/attributes/firstResponse").has("sentAt")) {
        assertThat(accepted.asText())
            .isLessThan(it.at("/attributes/firstResponse/sentAt").asText());
      }
      resolved += done > 0 ? 1 : 0;
    }
    assertThat(resolved).isBetween(60, 250);
  }

  @Test
  void anSlaIsBreachedIfTheFirstResponseCameAfterItsLimit() throws Exception {
    Set<String> statuses = new TreeSet<>();
    for (JsonNode it : all("conversation")) {
      JsonNode sla = it.at("/attributes/sla");
      assertThat(sla.isObject()).isEqualTo(it.path("relationships").has("sla"));
      if (sla.isObject()) {
        String status = sla.path("status").asText();
        statuses.add(status);
        String due = sla.at("/metrics/firstResponse/breachAt").asText();
        String answer = it.at("/attributes/firstResponse/sentAt").asText("9");
        assertThat(sla.path("breached").asBoolean()).isEqualTo(status.equals("breached"));
        if (status.equals("satisfied")) {
          assertThat(answer).isLessThanOrEqualTo(due);
        } else {
          assertThat(answer).isGreaterThan(due);
        }
      }
    }
    assertThat(statuses).contains("satisfied", "breached");
  }

  @Test
  void aTouchedConversationKeepsItsStoryAndGainsAnEvent() throws Exception {
    String id = all("conversation").get(40).path("id").asText();
    String path = "/v1/conversations/" + id + "/events";
    List<String> before = Client.ids(client.list(path));
    organization.touch("conversation", id);
    organization.touch("conversation", id);
    assertThat(Client.ids(client.list(path))).containsAll(before);
    assertThat(client.list(path).at("/data").findValuesAsText("publishedAt"))
        .filteredOn(at -> at.equals("2026-10-01T12:00:00.000Z"))
        .hasSize(2);
  }

  @Test
  void businessHoursAreThoseOfWeekdays() {
    long friday = Instant.parse("2026-10-02T16:00:00Z").toEpochMilli();
    long monday = Instant.parse("2026-10-05T10:30:00Z").toEpochMilli();
    assertThat(BusinessHours.between(friday, monday)).isEqualTo(9_000_000);
    assertThat(BusinessHours.between(friday, friday)).isZero();
  }
}

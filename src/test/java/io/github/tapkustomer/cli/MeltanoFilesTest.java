package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tapkustomer.stream.Streams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Config and state in the forms of Meltano's tap run here, and its columns are where it is said.
 */
class MeltanoFilesTest {
  private static final String CUSTOMER =
      """
      {"type": "customer", "id": "c1",
       "attributes": {
         "displayName": "Ada", "lastMessageIn": {"sentAt": "2026-01-31T08:00:00.000Z"},
         "custom": {"tierStr": "gold"},
         "createdAt": "2026-01-01T00:00:00.000Z", "updatedAt": "2026-02-01T00:00:00.000Z"},
       "relationships": {
         "messages": {"links": {"self": "/v1/customers/c1/messages"}},
         "createdBy": {"data": {"type": "user", "id": "u1"}},
         "org": {"data": {"type": "org", "id": "o1"}}},
       "links": {"self": "/v1/customers/c1"}}
      """;
  private static final String CONVERSATION =
      """
      {"type": "conversation", "id": "v1",
       "attributes": {"sla": {"name": "gold"}, "updatedAt": "2026-02-01T00:00:00.000Z"},
       "relationships": {
         "customer": {"data": {"type": "customer", "id": "c1"}},
         "sla": {"data": {"type": "sla", "id": "s1"}}}}
      """;

  @TempDir Path folder;
  private final Answers answers = new Answers();

  @AfterEach
  void stop() {
    answers.close();
  }

  @Test
  void readsItsSettingsAndItsState() throws Exception {
    answers.search("customer", CUSTOMER);
    Path config = folder.resolve("config.json");
    Files.writeString(
        config,
        "{\"api_key\":\"k3y-of-meltano\",\"prod_point\":2,\"start_date\":\"2020-04-01\",\"api_url\":\"%s\"}"
            .formatted(answers.server().baseUrl()));
    Path state = folder.resolve("state.json");
    Files.writeString(
        state,
        "{\"bookmarks\":{\"customers\":{\"replication_key\":\"updated_at\","
            + "\"replication_key_value\":\"2026-01-15T00:00:00.000Z\",\"starting_replication_value\":null},"
            + "\"slas\":{},\"attachments\":{\"partitions\":[{\"context\":{\"id\":\"x\"}}]}}}");
    Tap.Run run =
        Tap.run(
            "--config", config.toString(), "--state", state.toString(), "--select", "customers");

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    JsonNode sent =
        new ObjectMapper()
            .readTree(
                answers.server().getAllServeEvents().stream()
                    .map(event -> event.getRequest().getBodyAsString())
                    .filter(body -> body.contains("gte"))
                    .findFirst()
                    .orElseThrow());
    assertThat(sent.at("/and/0/customer_updated_at/gte").asText())
        .isEqualTo("2026-01-14T23:55:00.000Z");
    assertThat(
            run.output().lastState().orElseThrow().at("/bookmarks/customers/updated_at").asText())
        .isEqualTo("2026-02-01T00:00:00.000Z");
  }

  @Test
  void hasItsNestedColumnsWhereThePageSays() {
    answers.search("customer", CUSTOMER).search("conversation", CONVERSATION);
    SingerOutput output =
        answers.tap(folder).select("customers", "conversations").sync().output().checkProtocol();

    JsonNode customer = output.records("customers").get(0);
    assertThat(customer.path("display_name").asText()).isEqualTo("Ada");
    assertThat(customer.at("/last_message_in/sent_at").asText()).startsWith("2026-01-31T08");
    assertThat(customer.at("/custom/tier_str").asText()).isEqualTo("gold");
    assertThat(customer.at("/org/id").asText()).isEqualTo("o1");
    assertThat(customer.at("/created_by/id").asText()).isEqualTo("u1");
    assertThat(customer.at("/links/self").asText()).isEqualTo("/v1/customers/c1");
    assertThat(customer.has("messages") || customer.has("attributes")).isFalse();
    JsonNode conversation = output.records("conversations").get(0);
    assertThat(conversation.at("/customer/id").asText()).isEqualTo("c1");
    assertThat(conversation.at("/sla/name").asText()).isEqualTo("gold");
    assertThat(conversation.at("/sla_data/id").asText()).isEqualTo("s1");
  }

  @Test
  void hasEveryStreamThatThePageNames() throws Exception {
    String page = Files.readString(Path.of(".github/docs/from-meltano.md"));
    String streams = page.substring(page.indexOf("## Streams"), page.indexOf("## What else"));
    Matcher name = Pattern.compile("`([a-z_]+)`").matcher(streams.split("messages.attributes")[0]);

    while (name.find()) {
      assertThat(Streams.find(name.group(1))).as(name.group(1)).isPresent();
    }
  }
}

package io.github.tapkustomer.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlatRecordsTest {
  private final Encoding conversations = Encoding.of("conversations");
  private final Encoding customers = Encoding.of("customers");

  @Test
  void putsAttributesAtTheTopAndRelationshipsUnderTheirNames() {
    JsonNode record =
        conversations.object(
            """
            "attributes":{"name":"A","messageCount":3},
            "relationships":{"customer":{"links":{"self":"/x"},"data":{"type":"customer","id":"c"}},
              "messages":{"links":{"self":"/m"}},"brand":{"data":null},"team":null,
              "org":{"data":{"type":"org","id":"o"}}},
            "links":{"self":"/v1/conversations/1"}
            """);

    assertThat(record.path("id").asText()).isEqualTo("1");
    assertThat(record.path("name").asText()).isEqualTo("A");
    assertThat(record.path("message_count").asInt()).isEqualTo(3);
    assertThat(record.path("customer")).hasToString("{\"type\":\"customer\",\"id\":\"c\"}");
    assertThat(record.path("org").path("id").asText()).isEqualTo("o");
    assertThat(record.path("brand").isNull()).isTrue();
    assertThat(record.has("messages")).isFalse();
    assertThat(record.has("team")).isFalse();
    assertThat(record.path("links").path("self").asText()).isEqualTo("/v1/conversations/1");
  }

  @Test
  void keepsAttributesFromOverwritingTheObjectsOwnMembers() {
    JsonNode record =
        customers.object(
            """
            "attributes":{"id":"other","type":"vip","links":5,"name":"Ada"},
            "relationships":{"name":{"data":{"id":"n"}},"id":{"data":{"id":"i"}}}
            """);

    assertThat(record.path("id").asText()).isEqualTo("1");
    assertThat(record.path("type").asText()).isEqualTo("t");
    assertThat(record.path("attributes_id").asText()).isEqualTo("other");
    assertThat(record.path("attributes_type").asText()).isEqualTo("vip");
    assertThat(record.path("attributes_links").asInt()).isEqualTo(5);
    assertThat(record.path("name").asText()).isEqualTo("Ada");
    assertThat(record.path("name_data").path("id").asText()).isEqualTo("n");
    assertThat(record.path("id_data").path("id").asText()).isEqualTo("i");
  }

  @Test
  void keepsApartWhatWouldHaveTheSameName() {
    JsonNode record =
        customers.attributes(
            """
            "newField":1,"new_field":2,"NewField":3,
            "custom":{"sameStr":"a","same_str":"b","SameStr":"c"},
            "newMap":{"oneTwo":1,"one_two":2,"OneTwo":3}
            """);

    assertThat(record.path("new_field").asInt()).isEqualTo(1);
    assertThat(record.path("new_field_7b8b04").asInt()).isEqualTo(2);
    assertThat(record.path("new_field_0ddf8d").asInt()).isEqualTo(3);
    assertThat(record.path("custom"))
        .hasToString("{\"same_str\":\"a\",\"same_str_2\":\"b\",\"same_str_3\":\"c\"}");
    assertThat(record.path("new_map").size()).isEqualTo(3);
  }

  @Test
  void readsAPageWithNamesThatUtf8CannotSpellWhenItIsAskedForAgain() throws IOException {
    String page = "{\"data\":[{\"id\":\"1\",\"attributes\":{\"a\\ud800Str\":1,\"\\\\ud800\":2}}]}";
    assertThatThrownBy(() -> customers.read(page)).isInstanceOf(JsonParseException.class);

    customers.read(page);

    assertThat(customers.records().get(0).path("a\uFFFD_str").asInt()).isEqualTo(1);
    assertThat(customers.records().get(0).path("\\ud800").asInt()).isEqualTo(2);
  }

  @Test
  void namesMembersInAnyOrderAndWithAnySpelling() {
    String[] orders = {
      "\"name\":\"n\",\"username\":\"c\",\"rev\":1",
      "\"rev\":1,\"username\":\"c\",\"name\":\"n\"",
      "\"username\":\"c\"",
      "\"n\\u0061me\":\"n\",  \"username\" :\"c\" , \"rev\":\n1",
      "\"name\":\"n\",\"rev\":1,\"username\":\"c\""
    };
    for (String order : orders) {
      JsonNode record = customers.attributes(order);
      if (order.contains("rev")) {
        assertThat(record.path("name").asText()).as(order).isEqualTo("n");
        assertThat(record.path("rev").asInt()).as(order).isEqualTo(1);
      }
      assertThat(record.path("username").asText()).as(order).isEqualTo("c");
    }
  }

  @Test
  void givesSnakeCaseAtEveryDepth() {
    JsonNode record =
        conversations.attributes(
            "\"newThing\":{\"innerThing\":[{\"deepThing\":{\"lastThing\":[[{\"aB\":1}]]}}]}");

    assertThat(record.path("new_thing"))
        .hasToString("{\"inner_thing\":[{\"deep_thing\":{\"last_thing\":[[{\"a_b\":1}]]}}]}");
  }

  @Test
  void marksDeletedObjects() {
    String at = "2026-01-01T00:00:00.000Z";
    String later = "2026-01-02T00:00:00.000Z";

    assertThat(
            customers
                .attributes("\"deleted\":true,\"deletedAt\":\"%s\"".formatted(at))
                .path("_sdc_deleted_at")
                .asText())
        .isEqualTo(at);
    assertThat(
            customers
                .attributes("\"updatedAt\":\"%s\",\"deleted\":true".formatted(later))
                .path("_sdc_deleted_at")
                .asText())
        .isEqualTo(later);
    assertThat(customers.attributes("\"deleted\":false").get("_sdc_deleted_at").isNull()).isTrue();
  }

  @Test
  void givesTheSameNameToAllThreadsThatMeetAField() throws Exception {
    String members =
        IntStream.range(0, 500)
            .mapToObj("\"r%d\":{\"data\":{\"id\":\"1\"}}"::formatted)
            .collect(Collectors.joining(","));
    int readers = 8;
    CyclicBarrier together = new CyclicBarrier(readers);
    ExecutorService threads = Executors.newFixedThreadPool(readers);
    Callable<JsonNode> reading =
        () -> {
          Encoding own = customers.another();
          together.await();
          return own.object("\"relationships\":{" + members + "}");
        };
    List<Future<JsonNode>> records = threads.invokeAll(Collections.nCopies(readers, reading));
    threads.shutdown();

    for (Future<JsonNode> record : records) {
      assertThat(record.get()).isEqualTo(records.get(0).get());
      assertThat(record.get().has("r_0") || record.get().has("r0")).isTrue();
      assertThat(record.get().toString()).doesNotContain("_data\"");
    }
  }
}

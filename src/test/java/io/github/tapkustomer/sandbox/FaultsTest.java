package io.github.tapkustomer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.faults.Fault;
import io.github.tapkustomer.sandbox.faults.Faults;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.organization.Population;
import io.github.tapkustomer.sandbox.server.Traffic;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
  private final Organization organization =
      Organization.generate(5, 60, new MutableClock("2026-10-01T12:00:00Z"));
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization);
  private final Client client = Client.of(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void failsTheNextRequestsAsScriptedAndThenRecovers() throws Exception {
    sandbox.faults().next(Fault.INTERNAL_ERROR, Fault.BAD_GATEWAY, Fault.UNAVAILABLE);
    sandbox.faults().next(Fault.GATEWAY_TIMEOUT, Fault.RATE_LIMITED, Fault.EMPTY_BODY);
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      HttpResponse<String> answer = client.get("/v1/teams");
      seen.add(answer.statusCode() + " " + answer.body().isEmpty());
    }
    assertThat(seen)
        .containsExactly(
            "500 false",
            "502 false",
            "503 false",
            "504 false",
            "429 false",
            "200 true",
            "200 false");
    assertThat(sandbox.faults().pending()).isZero();
    assertThat(sandbox.traffic().faults()).hasSize(6);
  }

  @Test
  void breaksBodies() throws Exception {
    sandbox.faults().next(Fault.CUT_SHORT, Fault.NOT_JSON);
    assertThatThrownBy(() -> client.get("/v1/teams")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> client.list("/v1/teams")).isInstanceOf(JsonProcessingException.class);
    assertThat(client.list("/v1/teams").path("data")).hasSize(Population.TEAMS);
  }

  @Test
  void hangsUp() throws Exception {
    sandbox.faults().hangFor(Duration.ofMillis(1));
    sandbox.faults().next(Fault.HANG);
    String search = "{'queryContext': 'customer'}";
    assertThatThrownBy(() -> client.search(search)).isInstanceOf(IOException.class);
    sandbox.faults().next(Fault.DROPPED);
    assertThatThrownBy(() -> client.search(search)).isInstanceOf(IOException.class);
    assertThat(client.search(search).statusCode()).isEqualTo(200);
    assertThat(sandbox.traffic().count(0)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CUT_SHORT", "CUT_SHORT_UNTOLD", "RESET", "RESET_MIDWAY", "HANG_MIDWAY"})
  void breaksOff(Fault fault) throws Exception {
    sandbox.faults().hangFor(Duration.ofMillis(1));
    sandbox.faults().nextFor(target -> target.contains("search"), fault);
    String search = "{'queryContext': 'customer'}";
    assertThatThrownBy(() -> client.found(search)).isInstanceOf(IOException.class);
    assertThat(client.search(search).statusCode()).isEqualTo(200);
  }

  @Test
  void answersAsSomethingElse() throws Exception {
    sandbox.faults().next(Fault.HTML_PAGE, Fault.WRONG_TYPE, Fault.UNAVAILABLE_A_WHILE);
    assertThat(client.get("/v1/teams").body()).contains("<html>");
    assertThat(client.get("/v1/teams").headers().firstValue("Content-Type")).contains("text/plain");
    assertThat(client.get("/v1/teams").headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void aSearchThatTimesOutHasHalfOfItsRecords() throws Exception {
    sandbox.faults().nextFor(target -> target.contains("search"), Fault.TIMED_OUT);
    client.list("/v1/teams");
    String search = "{'queryContext': 'customer'}";
    JsonNode half = client.found(search);
    JsonNode whole = client.found(search);
    assertThat(half.path("meta").path("timed_out").asBoolean()).isTrue();
    assertThat(whole.path("meta").path("timed_out").asBoolean()).isFalse();
    assertThat(half.path("data")).hasSize(whole.path("data").size() / 2);
  }

  @Test
  void chanceFailsItsShareTheSameWayForTheSameSeed() {
    assertThat(drawn(4)).isEqualTo(drawn(4)).isNotEqualTo(drawn(5));
    assertThat(drawn(4)).filteredOn(fault -> !fault.equals("none")).hasSizeBetween(60, 140);
  }

  private static List<String> drawn(long seed) {
    Faults faults = new Faults(0.1, seed);
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      drawn.add(faults.take("/v1/teams", false).map(Fault::name).orElse("none"));
    }
    return drawn;
  }

  @Test
  void remembersWhatWasAsked() throws Exception {
    client.search("{'queryContext': 'customer'}");
    client.get("/v1/tags?page=2");
    assertThat(sandbox.traffic().recent())
        .extracting(Traffic.Seen::asked, Traffic.Seen::target, Traffic.Seen::status)
        .containsExactly(
            tuple(Traffic.Asked.SEARCH, "/v1/customers/search", 200),
            tuple(Traffic.Asked.LIST, "/v1/tags?page=2", 200));
    assertThat(sandbox.traffic().recent().get(0).body()).contains("customer");
    assertThat(sandbox.traffic().byPath()).containsEntry("/v1/tags", 1L);
  }
}

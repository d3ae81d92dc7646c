package io.github.tapkustomer.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.tapkustomer.http.limit.Quota;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KustomerClientTest extends ClientFixture {
  @RegisterExtension
  static final WireMockExtension ELSEWHERE = WireMockExtension.newInstance().build();

  @Test
  void sendsKeyAndAgent() {
    API.stubFor(WireMock.get("/v1/teams?page=1").willReturn(okJson("{\"data\":[1]}")));

    assertThat(client.ask(get("/v1/teams?page=1"), JSON).at("/data/0").intValue()).isOne();
    API.verify(
        getRequestedFor(urlEqualTo("/v1/teams?page=1"))
            .withHeader("Authorization", equalTo("Bearer " + KEY))
            .withHeader("User-Agent", equalTo("tap-kustomer (me@example.com)"))
            .withHeader("Accept", equalTo("application/json")));
    assertThat(events.lines()).containsExactly("teams 200 used");
  }

  @Test
  void postsASearch() {
    API.stubFor(post(anyUrl()).willReturn(okJson("{}")));

    client.ask(search(), JSON);

    API.verify(
        postRequestedFor(urlEqualTo("/v1/customers/search?page=1&pageSize=500"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withRequestBody(equalToJson("{\"queryContext\":\"customer\"}")));
  }

  @Test
  void readsACompressedAnswer() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write("{\"data\":\"teams\"}".getBytes(StandardCharsets.UTF_8));
    }
    API.stubFor(
        WireMock.get(anyUrl())
            .withHeader("Accept-Encoding", equalTo("gzip"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Encoding", "gzip")
                    .withBody(compressed.toByteArray())));

    assertThat(client.ask(get("/v1/teams"), JSON).path("data").textValue()).isEqualTo("teams");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void sendsTheKeyToNoOtherHost(int status) {
    ELSEWHERE.stubFor(WireMock.any(anyUrl()).willReturn(okJson("{}")));
    API.stubFor(
        WireMock.get(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Location", ELSEWHERE.baseUrl() + "/v1/teams")));

    assertThatThrownBy(() -> client.ask(get("/v1/teams"), JSON))
        .hasMessageStartingWith(
            "GET /v1/teams failed 3 times, last: the API answered " + status + ", a redirect")
        .hasMessageNotContaining(KEY);
    assertThat(ELSEWHERE.getAllServeEvents()).isEmpty();
  }

  @Test
  void knowsTheServersTime() {
    API.stubFor(
        WireMock.get(anyUrl())
            .willReturn(okJson("{}").withHeader("Date", "Tue, 24 Nov 2026 12:00:00 GMT")));

    client.ask(get("/v1/teams"), JSON);

    assertThat(client.serverClock().now()).isEqualTo(Instant.parse("2026-11-24T12:00:00.500Z"));
  }

  @Test
  void hasRoomUntilTheAnswersSayOtherwise() {
    API.stubFor(
        WireMock.post(anyUrl())
            .willReturn(
                okJson("{}")
                    .withHeader("Date", "Tue, 24 Nov 2026 09:00:00 GMT")
                    .withHeader("x-ratelimit-limit", "100")
                    .withHeader("x-ratelimit-remaining", "0")
                    .withHeader("x-ratelimit-reset", timer.now().getEpochSecond() + 40 + "")));
    assertThat(client.hasRoom(Quota.SEARCH)).isTrue();

    client.ask(search(), JSON);

    assertThat(client.hasRoom(Quota.SEARCH)).isFalse();
    client.expect(Quota.SEARCH, OptionalLong.of(100));
    assertThat(client.hasRoom(Quota.SEARCH)).as("once the window has ended").isTrue();
    client.expect(Quota.SEARCH, OptionalLong.of(101));
    assertThat(client.hasRoom(Quota.SEARCH)).isFalse();
    assertThat(client.hasRoom(Quota.ORGANIZATION)).isTrue();
  }
}

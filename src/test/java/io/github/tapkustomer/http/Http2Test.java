package io.github.tapkustomer.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.github.tapkustomer.http.ClientFixture.JSON;
import static io.github.tapkustomer.http.ClientFixture.get;
import static io.github.tapkustomer.http.ClientFixture.search;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.Secret;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Over TLS with a server that speaks HTTP/2. */
class Http2Test {
  private static final int IN_FLIGHT = 8;
  private static final String RECORDS = "{\"data\":[" + "0,".repeat(50_000) + "0]}";

  @RegisterExtension
  static final WireMockExtension API =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.options().dynamicHttpsPort().dynamicPort())
          .build();

  private final ClientFixture.Events events = new ClientFixture.Events();
  private final Set<Protocol> protocols = ConcurrentHashMap.newKeySet();
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  private KustomerClient client(int port, Duration timeout) throws GeneralSecurityException {
    ClientOptions options =
        new ClientOptions(
            URI.create("https://localhost:" + port),
            new Secret(ClientFixture.KEY),
            "tap-kustomer",
            IN_FLIGHT,
            timeout,
            1,
            OptionalDouble.empty());
    OkHttpClient.Builder builder = TrustingTls.builder().addNetworkInterceptor(this::note);
    return new KustomerClient(
        options, new Transport(options, builder), new FakeTimer(), () -> 0.5, events);
  }

  private Response note(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    protocols.add(response.protocol());
    connections.add(chain.connection());
    return response;
  }

  @Test
  void asksAtOnceOverOneConnection() throws Exception {
    API.stubFor(any(anyUrl()).willReturn(okJson(RECORDS)));
    ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT);
    try (KustomerClient client = client(API.getHttpsPort(), Duration.ofSeconds(20))) {
      client.ask(get("/v1/teams"), JSON);
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        answers.add(threads.submit(() -> client.ask(search(), JSON).path("data").size()));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(50_001);
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(protocols).containsExactly(Protocol.HTTP_2);
    assertThat(connections).hasSize(1);
  }

  @Test
  void retriesWhenAnAnswerIsCutShort() throws Exception {
    API.stubFor(
        post(anyUrl())
            .inScenario("fault")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("over")
            .willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
    API.stubFor(
        post(anyUrl()).inScenario("fault").whenScenarioStateIs("over").willReturn(okJson(RECORDS)));
    try (KustomerClient client = client(API.getHttpsPort(), Duration.ofSeconds(20))) {
      assertThat(client.ask(search(), JSON).path("data")).hasSize(50_001);
    }

    assertThat(protocols).containsExactly(Protocol.HTTP_2);
    assertThat(events.lines()).hasSize(3).endsWith("customers 200 used");
  }

  /**
   * The one retry would go the same way, since HTTP/2 keeps a connection when a request times out.
   */
  @Test
  void leavesAConnectionThatDiedWithoutAWord() throws Exception {
    API.stubFor(any(anyUrl()).willReturn(okJson(RECORDS)));
    try (SilentProxy proxy = new SilentProxy(API.getHttpsPort());
        KustomerClient client = client(proxy.port(), Duration.ofSeconds(2))) {
      client.ask(get("/v1/teams"), JSON);
      proxy.fallSilent();

      assertThat(client.ask(search(), JSON).path("data")).hasSize(50_001);
    }

    assertThat(protocols).containsExactly(Protocol.HTTP_2);
    assertThat(connections).hasSize(2);
    assertThat(events.lines())
        .contains(
            "again after 500 ms: the connection was lost (stream was reset: PROTOCOL_ERROR):"
                + " the network, a proxy or the server ended it");
  }
}

package io.github.tapkustomer.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.github.tapkustomer.http.ClientFixture.JSON;
import static io.github.tapkustomer.http.ClientFixture.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.Secret;
import io.github.tapkustomer.TapException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A host without a DNS entry, reachable only through a proxy. */
class ProxyTest {
  private static final String HOST = "acme.api.kustomerapp.test";

  @RegisterExtension
  static final WireMockExtension API =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.options().dynamicHttpsPort().dynamicPort())
          .build();

  private final ClientFixture.Events events = new ClientFixture.Events();

  private KustomerClient client(Map<String, String> environment) throws GeneralSecurityException {
    ClientOptions options =
        new ClientOptions(
            URI.create("https://" + HOST),
            new Secret(ClientFixture.KEY),
            "tap-kustomer",
            2,
            Duration.ofSeconds(20),
            20,
            OptionalDouble.empty());
    return new KustomerClient(
        options,
        new Transport(options, TrustingTls.builder(), environment),
        new FakeTimer(),
        () -> 1,
        events);
  }

  @Test
  void leadsToTheApiAndSeesNothingOfTheRequest() throws Exception {
    API.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":[1]}")));
    try (ConnectProxy proxy = new ConnectProxy(API.getHttpsPort(), "200 Connection established");
        KustomerClient client = client(Map.of("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port()))) {
      assertThat(client.ask(get("/v1/teams"), JSON).path("data")).hasSize(1);

      assertThat(client.proxy()).contains("the proxy 127.0.0.1:" + proxy.port() + " (HTTPS_PROXY)");
      assertThat(proxy.asked()).hasSize(1);
      assertThat(proxy.asked().get(0))
          .startsWith("CONNECT " + HOST + ":443 HTTP/1.1\r\n")
          .doesNotContainIgnoringCase("authorization");
    }
  }

  @Test
  void getsTheLoginAtOnce() throws Exception {
    API.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":[1]}")));
    try (ConnectProxy proxy = new ConnectProxy(API.getHttpsPort(), "200 Connection established");
        KustomerClient client = client(withLogin(proxy))) {
      assertThat(client.ask(get("/v1/teams"), JSON).path("data")).hasSize(1);

      assertThat(client.proxy().orElseThrow()).doesNotContain("jane", "s3cret");
      assertThat(proxy.asked()).hasSize(1);
      // jane:s3cret@
      assertThat(proxy.asked().get(0)).contains("Proxy-Authorization: Basic amFuZTpzM2NyZXRA\r\n");
    }
  }

  @Test
  void isNamedIfItRefusesTheLogin() throws Exception {
    try (ConnectProxy proxy = new ConnectProxy(API.getHttpsPort(), "407 Login, please");
        KustomerClient client = client(withLogin(proxy))) {
      assertGivesUp(
          client, "the proxy 127.0.0.1:" + proxy.port() + " refused the login; check https_proxy");
    }
  }

  @Test
  void isNamedIfItRejectsARequest() throws Exception {
    try (ConnectProxy proxy = new ConnectProxy(API.getHttpsPort(), "403 Forbidden");
        KustomerClient client = client(withLogin(proxy))) {
      assertGivesUp(
          client,
          "the proxy 127.0.0.1:"
              + proxy.port()
              + " did not let the request through (Unexpected response code for CONNECT: 403);"
              + " check https_proxy");
    }
  }

  @Test
  void isNamedIfItCannotBeReached() throws Exception {
    try (KustomerClient client = client(Map.of("HTTPS_PROXY", "http://jane:s3cret@no.test:1"))) {
      assertGivesUp(client, "no connection to the proxy no.test:1 (", "; check HTTPS_PROXY");
    }
    try (KustomerClient client = client(Map.of("ALL_PROXY", "127.0.0.1:" + unusedPort()))) {
      assertGivesUp(client, "no connection to the proxy 127.0.0.1:", "; check ALL_PROXY");
    }
  }

  /** Gives up soon, and never prints the login. */
  private void assertGivesUp(KustomerClient client, String... words) {
    assertThatThrownBy(() -> client.ask(get("/v1/teams"), JSON))
        .isInstanceOf(TapException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining("failed 6 times")
        .hasMessageNotContainingAny("jane", "s3cret");
    assertThat(events.lines()).noneMatch(line -> line.contains("s3cret"));
  }

  private static Map<String, String> withLogin(ConnectProxy proxy) {
    return Map.of("https_proxy", "http://jane:s3cret%40@127.0.0.1:" + proxy.port() + "/");
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

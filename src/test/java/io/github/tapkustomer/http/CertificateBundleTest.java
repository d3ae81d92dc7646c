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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalDouble;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with a certificate that no authority known to Java has signed. */
class CertificateBundleTest {
  @RegisterExtension
  static final WireMockExtension API =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.options().dynamicHttpsPort().dynamicPort())
          .build();

  @TempDir Path folder;

  private KustomerClient client(Map<String, String> environment) {
    ClientOptions options =
        new ClientOptions(
            URI.create("https://localhost:" + API.getHttpsPort()),
            new Secret(ClientFixture.KEY),
            "tap-kustomer",
            2,
            Duration.ofSeconds(20),
            0,
            OptionalDouble.empty());
    OkHttpClient.Builder anyName = new OkHttpClient.Builder().hostnameVerifier((host, tls) -> true);
    return new KustomerClient(
        options,
        new Transport(options, anyName, environment),
        new FakeTimer(),
        () -> 1,
        RequestListener.none());
  }

  /** The server's certificate, between lines that are not part of it. */
  private Path bundle() throws Exception {
    SSLSocketFactory trusting = TrustingTls.builder().build().sslSocketFactory();
    Certificate certificate;
    try (SSLSocket socket = (SSLSocket) trusting.createSocket("localhost", API.getHttpsPort())) {
      certificate = socket.getSession().getPeerCertificates()[0];
    }
    String pem = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
    return file(
        "# Example - authority\n-----BEGIN CERTIFICATE-----\n"
            + pem
            + "\n-----END CERTIFICATE-----\n# end - é\n");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("ca.pem"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"})
  void isTrusted(String variable) throws Exception {
    API.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":[1]}")));
    try (KustomerClient client = client(Map.of(variable, bundle().toString()))) {
      assertThat(client.ask(get("/v1/teams"), JSON).path("data")).hasSize(1);
    }
  }

  @Test
  void isNamedAsTheRemedyIfNoneIsGiven() {
    try (KustomerClient client = client(Map.of())) {
      assertThatThrownBy(() -> client.ask(get("/v1/teams"), JSON))
          .hasMessageContaining("the host's certificate is not trusted")
          .hasMessageEndingWith("a PEM file with its authority's certificate in SSL_CERT_FILE");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | holds no certificate",
        "-----BEGIN PRIVATE KEY----- | holds no certificate",
        "-----BEGIN CERTIFICATE-----x-----END CERTIFICATE----- | holds a certificate that cannot be"
            + " read"
      })
  void mustHoldCertificates(String text, String why) throws IOException {
    Path file = file(text);

    assertUnusable(file, why);
  }

  @Test
  void mustBeAFile() {
    assertUnusable(folder.resolve("none.pem"), "cannot be read");
    assertUnusable(folder, "cannot be read");
  }

  private void assertUnusable(Path file, String why) {
    assertThatThrownBy(() -> client(Map.of("SSL_CERT_FILE", file.toString())))
        .isInstanceOfSatisfying(
            TapException.class, e -> assertThat(e.kind()).isEqualTo(TapException.Kind.BAD_INPUT))
        .hasMessageStartingWith("SSL_CERT_FILE names \"")
        .hasMessageEndingWith(
            ", which " + why + ": name a file of PEM certificates, or unset SSL_CERT_FILE");
  }
}

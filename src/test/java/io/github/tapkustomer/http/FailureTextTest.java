package io.github.tapkustomer.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTextTest {
  @ParameterizedTest
  @MethodSource("failures")
  void saysWhatWentWrong(IOException failure, String text) {
    assertThat(FailureText.of(failure)).isEqualTo(text);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new JsonParseException(null, "Unexpected 'jane@example.com'"),
            "the answer was not complete JSON"),
        Arguments.of(
            new UnknownHostException("acme.example"),
            "no such host acme.example; check org_name, region or api_url"),
        Arguments.of(new ConnectException("refused"), "no connection: refused"),
        Arguments.of(new SSLHandshakeException("expired"), "TLS failed: expired"),
        Arguments.of(
            new SSLHandshakeException("no path to a root"), "TLS failed: no path to a root"),
        Arguments.of(
            handshake("no path to a root", new CertificateException("of nobody")),
            "TLS failed: the host's certificate is not trusted (no path to a root); check org_name,"
                + " region or api_url; if a proxy or firewall inspects TLS, name a PEM file with"
                + " its authority's certificate in SSL_CERT_FILE"),
        Arguments.of(
            new SSLPeerUnverifiedException("another's\nname"),
            "TLS failed: the host's certificate is not trusted (another's name); check org_name,"
                + " region or api_url; if a proxy or firewall inspects TLS, name a PEM file with"
                + " its authority's certificate in SSL_CERT_FILE"),
        Arguments.of(
            new SocketTimeoutException("timeout"),
            "no complete answer within request_timeout_seconds"),
        Arguments.of(
            new InterruptedIOException("timeout"),
            "no complete answer within request_timeout_seconds"),
        Arguments.of(
            new ProtocolException("Unexpected status line: jane@example.com"),
            "the answer was cut off or was not HTTP"),
        Arguments.of(new NoRouteToHostException("no way"), "no connection: no way"),
        Arguments.of(new SocketException("Connection\nreset"), brokenOff("Connection reset")),
        Arguments.of(new SocketException(), brokenOff("SocketException")),
        Arguments.of(new EOFException("early"), brokenOff("early")),
        Arguments.of(
            new IOException("unexpected end of stream on https://acme.example/..."),
            brokenOff("unexpected end of stream on https://acme.example/...")),
        Arguments.of(
            new IOException("stream was reset: CANCEL"), brokenOff("stream was reset: CANCEL")),
        Arguments.of(
            handshake("Remote host terminated the handshake", new EOFException("early")),
            brokenOff("Remote host terminated the handshake")),
        Arguments.of(
            handshake("Connection reset", new SocketException("Connection reset")),
            brokenOff("Connection reset")),
        Arguments.of(handshake("odd", new IllegalStateException("odd")), "TLS failed: odd"),
        Arguments.of(new IOException("x".repeat(301)), "x".repeat(300) + "..."),
        Arguments.of(new IOException(), "IOException"));
  }

  private static String brokenOff(String how) {
    return "the connection was lost (" + how + "): the network, a proxy or the server ended it";
  }

  private static IOException handshake(String message, Exception cause) {
    IOException failure = new SSLHandshakeException(message);
    failure.initCause(cause);
    return failure;
  }
}

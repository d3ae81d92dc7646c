package io.github.tapkustomer.http;

import com.fasterxml.jackson.core.JacksonException;
import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.OutOfMemoryException;
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
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** One line for a failed attempt, without any of the answer's content. */
final class FailureText {
  /** How OkHttp reports a connection or an HTTP/2 stream that ended too early. */
  private static final List<String> BROKEN_OFF =
      List.of("stream was reset", "unexpected end of stream");

  private FailureText() {}

  static String of(IOException failure) {
    if (failure instanceof JacksonException) {
      return "the answer was not complete JSON";
    }
    if (failure instanceof UnknownHostException) {
      return "no such host " + failure.getMessage() + "; check org_name, region or api_url";
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return "no connection: " + failure.getMessage();
    }
    if (isUntrusted(failure)) {
      return "TLS failed: the host's certificate is not trusted ("
          + OneLine.of(String.valueOf(failure.getMessage()))
          + "); check org_name, region or api_url; if a proxy or firewall inspects TLS, name a PEM"
          + " file with its authority's certificate in SSL_CERT_FILE";
    }
    if (isBrokenOff(failure)) {
      return "the connection was lost ("
          + OneLine.of(words(failure))
          + "): the network, a proxy or the server ended it";
    }
    if (failure instanceof SSLException) {
      return "TLS failed: " + failure.getMessage();
    }
    if (failure instanceof SocketTimeoutException || failure instanceof InterruptedIOException) {
      return "no complete answer within request_timeout_seconds";
    }
    if (failure instanceof OutOfMemoryException) {
      return "not enough memory alongside the other answers in flight";
    }
    if (failure instanceof ProtocolException) {
      return "the answer was cut off or was not HTTP";
    }
    return OneLine.of(words(failure));
  }

  private static boolean isBrokenOff(IOException failure) {
    // TLS reports this as a failure of its own.
    Throwable reason =
        failure instanceof SSLException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return reason instanceof SocketException
        || reason instanceof EOFException
        || BROKEN_OFF.stream().anyMatch(words(failure)::startsWith);
  }

  private static String words(IOException failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  /** Whether the host showed another host's certificate, or one that is not trusted here. */
  static boolean isUntrusted(@Nullable Throwable failure) {
    return failure instanceof SSLPeerUnverifiedException
        || failure instanceof SSLException && failure.getCause() instanceof CertificateException;
  }
}

package io.github.tapkustomer.http;

import com.fasterxml.jackson.core.JacksonException;
import io.github.tapkustomer.OutOfMemoryException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** One line for a failed attempt, without any of the answer's content. */
final class FailureText {
  /** So OkHttp tells of a request whose HTTP/2 connection or stream was given up. */
  private static final String HTTP_2_RESET = "stream was reset";

  private FailureText() {}

  static String of(IOException failure) {
    if (failure instanceof JacksonException) {
      return "the answer was not whole JSON";
    }
    if (failure instanceof UnknownHostException) {
      return "no such host " + failure.getMessage() + "; check org_name, region or api_url";
    }
    if (failure instanceof ConnectException) {
      return "no connection: " + failure.getMessage();
    }
    if (isUntrusted(failure)) {
      return "TLS failed, the host's certificate is not trusted ("
          + OneLine.of(String.valueOf(failure.getMessage()))
          + "); check org_name, region or api_url, and that no proxy is in between";
    }
    if (failure instanceof SSLException) {
      return "TLS failed: " + failure.getMessage();
    }
    if (failure instanceof SocketTimeoutException || failure instanceof InterruptedIOException) {
      return "no whole answer within request_timeout_seconds";
    }
    if (failure instanceof OutOfMemoryException) {
      return "not enough memory beside the other answers in flight";
    }
    if (failure instanceof ProtocolException) {
      return "the answer was broken off or was not HTTP";
    }
    if (failure.getMessage() == null) {
      return failure.getClass().getSimpleName();
    }
    String message = OneLine.of(failure.getMessage());
    return message.startsWith(HTTP_2_RESET)
        ? "the connection broke off (" + message + ")"
        : message;
  }

  /** Whether the host showed a certificate of another's, or one that nobody here vouches for. */
  static boolean isUntrusted(Throwable failure) {
    return failure instanceof SSLPeerUnverifiedException
        || failure instanceof SSLException && failure.getCause() instanceof CertificateException;
  }
}

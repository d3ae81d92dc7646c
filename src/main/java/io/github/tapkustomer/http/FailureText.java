package io.github.tapkustomer.http;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** One line for a failed attempt, without any of the answer's content. */
final class FailureText {
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
    if (failure instanceof SSLException) {
      return "TLS failed: " + failure.getMessage();
    }
    if (failure instanceof SocketTimeoutException || failure instanceof InterruptedIOException) {
      return "no whole answer within request_timeout_seconds";
    }
    if (failure instanceof ProtocolException) {
      return "the answer was broken off or was not HTTP";
    }
    return failure.getMessage() == null
        ? failure.getClass().getSimpleName()
        : OneLine.of(failure.getMessage());
  }
}

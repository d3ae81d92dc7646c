package io.github.tapkustomer.http.network;

import java.io.IOException;

/** The proxy on the way to the API could not be reached, or rejected the request. */
public final class ProxyException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure that another proxy, or none, would not have caused.
   *
   * @param variable the environment variable that names the proxy
   */
  ProxyException(String message, String variable, IOException cause) {
    super(message + "; check " + variable, cause);
  }
}

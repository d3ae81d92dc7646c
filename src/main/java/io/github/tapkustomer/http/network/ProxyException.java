package io.github.tapkustomer.http.network;

import java.io.IOException;

/** The proxy on the way to the API could not be reached, or rejected the request. */
public final class ProxyException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure that another proxy or none would not have had.
   *
   * @param variable of the environment, where the proxy is named
   */
  ProxyException(String message, String variable, IOException cause) {
    super(message + "; check " + variable, cause);
  }
}

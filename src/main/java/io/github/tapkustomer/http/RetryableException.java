package io.github.tapkustomer.http;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.OutOfMemoryException;
import io.github.tapkustomer.http.network.ProxyException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;

/** One attempt failed in a way that another may not. */
final class RetryableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final Duration retryAfter;

  /**
   * A failed attempt.
   *
   * @param retryAfter how long the server asked to be left alone, zero where it did not
   */
  RetryableException(int status, String message, Duration retryAfter) {
    super(message);
    this.status = status;
    this.retryAfter = requireNonNull(retryAfter, "retryAfter");
  }

  /** An attempt that ended without a whole answer. */
  RetryableException(int status, IOException cause) {
    super(FailureText.of(cause), cause);
    this.status = status;
    this.retryAfter = Duration.ZERO;
  }

  /** Whether fewer answers at once, or more memory, would have helped. */
  boolean outOfMemory() {
    return getCause() instanceof OutOfMemoryException;
  }

  int status() {
    return status;
  }

  boolean overLimit() {
    return status == 429;
  }

  Duration retryAfter() {
    return retryAfter;
  }

  /**
   * Whether settings that name the wrong host are the likeliest cause: it is not known by that
   * name, or its certificate is not trusted, or the proxy leads nowhere.
   */
  boolean isMisdirected() {
    return getCause() instanceof UnknownHostException
        || getCause() instanceof ProxyException
        || FailureText.isUntrusted(getCause());
  }
}

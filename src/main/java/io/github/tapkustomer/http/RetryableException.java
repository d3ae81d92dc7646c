package io.github.tapkustomer.http;

import java.io.IOException;

/** One attempt failed in a way that another may not. */
final class RetryableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  RetryableException(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  int status() {
    return status;
  }

  boolean overLimit() {
    return status == 429;
  }
}

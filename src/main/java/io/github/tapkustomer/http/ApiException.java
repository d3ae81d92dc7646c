package io.github.tapkustomer.http;

/**
 * The API refused a request, or cannot answer it though it answers others; asking again would not
 * help. The message is one short line.
 */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String endpoint;

  ApiException(String endpoint, int status, String message) {
    super(message);
    this.endpoint = endpoint;
    this.status = status;
  }

  /** The request was tried in vain. */
  ApiException(String endpoint, String message, RetryableException last) {
    super(message, last);
    this.endpoint = endpoint;
    this.status = last.status();
  }

  /** Whether the API said no, so that nothing but what it said no to is missing. */
  public boolean isRefusal() {
    return getCause() == null;
  }

  /** The last HTTP status, 0 where no answer came. */
  /** Whether the answer would be too large for the API or a gateway to give. */
  public boolean tooLarge() {
    return status == 413;
  }

  public int status() {
    return status;
  }

  /** The stream or purpose that the request was made for. */
  public String endpoint() {
    return endpoint;
  }
}

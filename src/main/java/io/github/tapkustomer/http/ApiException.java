package io.github.tapkustomer.http;

/** The API refused a request, and asking again would not help. The message is one short line. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String endpoint;

  ApiException(String endpoint, int status, String message) {
    super(message);
    this.endpoint = endpoint;
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The stream or purpose that the request was made for. */
  public String endpoint() {
    return endpoint;
  }
}

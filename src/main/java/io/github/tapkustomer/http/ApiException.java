package io.github.tapkustomer.http;

import static java.net.HttpURLConnection.HTTP_ENTITY_TOO_LARGE;
import static java.net.HttpURLConnection.HTTP_GATEWAY_TIMEOUT;
import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.limit.Quota;
import org.jspecify.annotations.Nullable;

/**
 * The API refused a request, or cannot answer it though it answers others; repeating it would not
 * help. The message is one short line.
 */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String endpoint;
  private final Quota quota;
  private final boolean tooLarge;

  /** The API, or a gateway before it, refused. */
  ApiException(ApiRequest request, int status, String message) {
    this(request, status, message, null);
  }

  /** All attempts failed. */
  ApiException(ApiRequest request, String message, RetryableException last) {
    this(request, last.status(), message, last);
  }

  private ApiException(
      ApiRequest request, int status, String message, @Nullable RetryableException last) {
    super(requireNonNull(message, "message"), last);
    this.endpoint = request.endpoint();
    this.quota = request.quota();
    this.status = status;
    this.tooLarge =
        (status == HTTP_ENTITY_TOO_LARGE || status == HTTP_GATEWAY_TIMEOUT)
            && request.asksForSeveral();
  }

  @Override
  public String getMessage() {
    return requireNonNull(super.getMessage());
  }

  /** Whether the API refused, so that only what it refused is missing. */
  public boolean isRefusal() {
    return getCause() == null;
  }

  /**
   * Whether the page may be too large to be answered, so that a smaller one could be requested:
   * status 413, or a gateway that timed out repeatedly while other requests were answered. Never
   * true for a page of a single record.
   */
  public boolean tooLarge() {
    return tooLarge;
  }

  /**
   * The HTTP status with which the API refused; 0 if it did not. A gateway's page with a status of
   * 403 or 404, even if it comes again and again, is not an answer from the API.
   */
  public int status() {
    return isRefusal() ? status : 0;
  }

  /** The budget that the request counted against. */
  public Quota quota() {
    return quota;
  }

  /** The stream or purpose that the request was made for. */
  public String endpoint() {
    return endpoint;
  }
}

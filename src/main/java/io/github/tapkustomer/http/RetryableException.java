package io.github.tapkustomer.http;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.OutOfMemoryException;
import io.github.tapkustomer.http.network.ProxyException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attempt failed in a way that another may not. */
final class RetryableException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int ALWAYS_DOUBTED = Integer.MAX_VALUE;

  private final int status;
  private final Duration retryAfter;
  private final int heard;
  private final @Nullable RuntimeException meaning;

  private RetryableException(
      int status,
      String message,
      @Nullable IOException cause,
      Duration retryAfter,
      int heard,
      @Nullable RuntimeException meaning) {
    super(requireNonNull(message, "message"), cause);
    this.status = status;
    this.retryAfter = requireNonNull(retryAfter, "retryAfter");
    this.heard = heard;
    this.meaning = meaning;
  }

  /** An attempt without a complete answer. */
  RetryableException(int status, IOException cause) {
    this(status, FailureText.of(cause), cause, Duration.ZERO, ALWAYS_DOUBTED, null);
  }

  /**
   * A failure that usually passes.
   *
   * @param retryAfter how long the server asked to be left alone; zero if it did not
   */
  static RetryableException passing(int status, String message, Duration retryAfter) {
    return new RetryableException(status, message, null, retryAfter, ALWAYS_DOUBTED, null);
  }

  /**
   * An answer that is not the API's.
   *
   * @param heard a request counts as failed after so many such answers
   */
  static RetryableException doubtful(int status, String message, int heard) {
    return new RetryableException(status, message, null, Duration.ZERO, heard, null);
  }

  /**
   * A refusal that must still be confirmed.
   *
   * @param heard it is believed after so many such answers to a request
   * @param meaning the exception to throw then
   */
  static RetryableException refusal(
      String message, int status, int heard, RuntimeException meaning) {
    return new RetryableException(status, message, null, Duration.ZERO, heard, meaning);
  }

  @Override
  public String getMessage() {
    return requireNonNull(super.getMessage());
  }

  /** After so many such answers, the request is not repeated. */
  int heard() {
    return heard;
  }

  boolean isDoubtful() {
    return heard != ALWAYS_DOUBTED;
  }

  /** What it means once it is believed; empty if it is no refusal. */
  Optional<RuntimeException> meaning() {
    return Optional.ofNullable(meaning);
  }

  /** Whether fewer answers at once, or more memory, would have helped. */
  boolean outOfMemory() {
    return getCause() instanceof OutOfMemoryException;
  }

  int status() {
    return status;
  }

  boolean isGatewayTimeout() {
    return status == 504;
  }

  boolean overLimit() {
    return status == 429;
  }

  Duration retryAfter() {
    return retryAfter;
  }

  /**
   * Whether settings with a wrong host are the likeliest cause: the host is unknown, its
   * certificate is not trusted, or the proxy cannot be reached.
   */
  boolean isMisdirected() {
    return getCause() instanceof UnknownHostException
        || getCause() instanceof ProxyException
        || FailureText.isUntrusted(getCause());
  }
}

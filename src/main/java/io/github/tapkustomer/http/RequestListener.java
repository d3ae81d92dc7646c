package io.github.tapkustomer.http;

import io.github.tapkustomer.http.limit.RateHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Notified of every attempt and wait, for metrics and the summary. Called by the threads that make
 * the requests, many at once; it must not throw, and it delays the request until it returns.
 */
public interface RequestListener {
  /**
   * An attempt has ended.
   *
   * @param status the HTTP status; 0 if no answer came
   * @param succeeded whether its answer was used
   */
  default void attempted(ApiRequest request, int status, Duration took, boolean succeeded) {}

  /** An answer told which window of its budget the request counts in. */
  default void counted(ApiRequest request, RateHeaders.Window window) {}

  /** The same request will be made again, after the wait. */
  default void retrying(ApiRequest request, String reason, int attempts, Duration wait) {}

  /** A refusal will be confirmed by another request, after the wait, before it is believed. */
  default void confirming(ApiRequest request, String refusal, Duration wait) {}

  /** A request is about to wait for its budget. */
  default void waiting(ApiRequest request) {}

  /** A request waited this long for its budget. */
  default void waited(ApiRequest request, Duration time) {}

  /** A request that waited was canceled before it left. */
  default void notSent(ApiRequest request) {}

  /** Combines listeners into one. */
  static RequestListener all(RequestListener first, List<RequestListener> others) {
    List<RequestListener> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all.size() == 1 ? first : new RequestListeners(all);
  }

  static RequestListener none() {
    return new RequestListener() {};
  }
}

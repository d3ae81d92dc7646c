package io.github.tapkustomer.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which kinds of request were answered in this run, and which were refused for certain. A refusal
 * of a kind that was never answered need not be confirmed for each request. Thread-safe.
 */
final class AnswerHistory {
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  void answered(ApiRequest request) {
    answered.add(request.kind());
  }

  void refused(ApiRequest request, int status) {
    refused.add(refusal(request, status));
  }

  /** Whether another request of this kind was refused alike, and none was ever answered. */
  boolean isRefusedAlways(ApiRequest request, int status) {
    return !answered.contains(request.kind()) && refused.contains(refusal(request, status));
  }

  private static String refusal(ApiRequest request, int status) {
    return request.kind() + " " + status;
  }
}

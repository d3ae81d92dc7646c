package io.github.tapkustomer.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which kinds of requests were answered in this run, and which were certainly refused. If a kind
 * was never answered, a refusal need not be confirmed for each request. Thread-safe.
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

  /**
   * Whether another request of this kind was refused with this status, and none was ever answered.
   */
  boolean isRefusedAlways(ApiRequest request, int status) {
    return !answered.contains(request.kind()) && refused.contains(refusal(request, status));
  }

  private static String refusal(ApiRequest request, int status) {
    return request.kind() + " " + status;
  }
}

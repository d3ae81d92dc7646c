package io.github.tapkustomer.http;

import io.github.tapkustomer.http.limit.RateHeaders;
import java.time.Duration;
import java.util.List;

/** Several listeners as one. */
record RequestListeners(List<RequestListener> all) implements RequestListener {
  RequestListeners {
    all = List.copyOf(all);
  }

  @Override
  public void attempted(ApiRequest request, int status, Duration took, boolean succeeded) {
    all.forEach(listener -> listener.attempted(request, status, took, succeeded));
  }

  @Override
  public void counted(ApiRequest request, RateHeaders.Window window) {
    all.forEach(listener -> listener.counted(request, window));
  }

  @Override
  public void retrying(ApiRequest request, String reason, int attempts, Duration wait) {
    all.forEach(listener -> listener.retrying(request, reason, attempts, wait));
  }

  @Override
  public void confirming(ApiRequest request, String refusal, Duration wait) {
    all.forEach(listener -> listener.confirming(request, refusal, wait));
  }

  @Override
  public void waiting(ApiRequest request) {
    all.forEach(listener -> listener.waiting(request));
  }

  @Override
  public void waited(ApiRequest request, Duration time) {
    all.forEach(listener -> listener.waited(request, time));
  }

  @Override
  public void notSent(ApiRequest request) {
    all.forEach(listener -> listener.notSent(request));
  }
}

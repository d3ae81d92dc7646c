package io.github.tapkustomer.stats;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Timer;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.RequestListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts requests by stream, and logs them as Singer metrics. */
public final class RequestStatistics implements RequestListener {
  private static final Logger RETRIES = LoggerFactory.getLogger(RequestStatistics.class);

  private final Timer timer;
  private final Map<String, StreamStatistics> byStream = new ConcurrentHashMap<>();

  public RequestStatistics(Timer timer) {
    this.timer = requireNonNull(timer, "timer");
  }

  public StreamStatistics of(String stream) {
    return byStream.computeIfAbsent(stream, name -> new StreamStatistics(timer));
  }

  @Override
  public void attempted(ApiRequest request, int status, Duration took, boolean succeeded) {
    of(request.endpoint()).attempted(status);
    Metrics.request(request, status, took, succeeded);
  }

  @Override
  public void retrying(ApiRequest request, String reason, int attempts, Duration wait) {
    of(request.endpoint()).retrying(wait);
    RETRIES.warn(
        "{}: {} failed ({}), attempt {}; retrying in {} s",
        request.endpoint(),
        request.path(),
        reason,
        attempts,
        String.format(Locale.ROOT, "%.1f", wait.toMillis() / 1000.0));
  }

  @Override
  public void confirming(ApiRequest request, String refusal, Duration wait) {
    of(request.endpoint()).retrying(wait);
    RETRIES.debug("{}: {}: {}; confirming it", request.endpoint(), request.path(), refusal);
  }

  @Override
  public void waiting(ApiRequest request) {
    of(request.endpoint()).queued(timer.now());
  }

  @Override
  public void waited(ApiRequest request, Duration time) {
    of(request.endpoint()).sent();
  }

  @Override
  public void notSent(ApiRequest request) {
    of(request.endpoint()).notSent();
  }

  public Instant now() {
    return timer.now();
  }

  public void ended(String stream) {
    of(stream).end(timer.now());
  }
}

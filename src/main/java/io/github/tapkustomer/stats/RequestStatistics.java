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
    StreamStatistics statistics = of(request.endpoint());
    statistics.requests.increment();
    if (status == 429) {
      statistics.refusals.increment();
    }
    statistics.waitingForAnswer.decrementAndGet();
    Metrics.request(request, status, took, succeeded);
  }

  @Override
  public void retrying(ApiRequest request, String reason, int attempts, Duration wait) {
    of(request.endpoint()).retries.increment();
    of(request.endpoint()).waitingToRetry.waitFor(wait);
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
    of(request.endpoint()).retries.increment();
    of(request.endpoint()).waitingToRetry.waitFor(wait);
    RETRIES.debug("{}: {}: {}; confirming it", request.endpoint(), request.path(), refusal);
  }

  @Override
  public void waiting(ApiRequest request) {
    StreamStatistics statistics = of(request.endpoint());
    statistics.begin(timer.now());
    statistics.waitingForBudget.begin();
  }

  @Override
  public void waited(ApiRequest request, Duration time) {
    StreamStatistics statistics = of(request.endpoint());
    statistics.waitingForBudget.end();
    statistics.waitingForAnswer.incrementAndGet();
  }

  @Override
  public void notSent(ApiRequest request) {
    of(request.endpoint()).waitingForBudget.end();
  }

  public Instant now() {
    return timer.now();
  }

  public void ended(String stream) {
    of(stream).end(timer.now());
  }
}

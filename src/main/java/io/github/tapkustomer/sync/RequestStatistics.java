package io.github.tapkustomer.sync;

import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.RequestListener;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts requests by stream, and logs them as Singer metrics. */
public final class RequestStatistics implements RequestListener {
  private static final Logger LOG = LoggerFactory.getLogger("metrics");
  private static final Logger RETRIES = LoggerFactory.getLogger(RequestStatistics.class);

  private final Map<String, StreamStatistics> byStream = new ConcurrentHashMap<>();

  StreamStatistics of(String stream) {
    return byStream.computeIfAbsent(stream, name -> new StreamStatistics());
  }

  @Override
  public void attempted(ApiRequest request, int status, Duration took, boolean succeeded) {
    StreamStatistics statistics = of(request.endpoint());
    statistics.requests.increment();
    if (status == 429) {
      statistics.refusals.increment();
    }
    if (LOG.isInfoEnabled()) {
      LOG.info(
          "METRIC: {\"type\":\"timer\",\"metric\":\"http_request_duration\",\"value\":{},"
              + "\"tags\":{\"endpoint\":\"{}\",\"http_status_code\":{},\"status\":\"{}\"}}",
          String.format(Locale.ROOT, "%.3f", took.toNanos() / 1e9),
          request.endpoint(),
          status,
          succeeded ? "succeeded" : "failed");
    }
  }

  @Override
  public void retrying(ApiRequest request, String reason, int attempts, Duration wait) {
    of(request.endpoint()).retries.increment();
    RETRIES.warn(
        "{}: {} failed ({}), attempt {}; again in {} s",
        request.endpoint(),
        request.path(),
        reason,
        attempts,
        String.format(Locale.ROOT, "%.1f", wait.toMillis() / 1000.0));
  }

  @Override
  public void waited(ApiRequest request, Duration time) {
    of(request.endpoint()).waited(time);
  }
}

package io.github.tapkustomer.stats;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.tapkustomer.http.ApiRequest;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Singer's metrics, one log line each. */
final class Metrics {
  private static final Logger LOG = LoggerFactory.getLogger("metrics");

  /** Separate, so that these, by far the most frequent, can be turned off alone. */
  private static final Logger REQUESTS = LoggerFactory.getLogger("metrics.requests");

  private Metrics() {}

  /** Logs the URL without its host, which is always the same. */
  static void request(ApiRequest request, int status, Duration took, boolean succeeded) {
    if (REQUESTS.isInfoEnabled()) {
      REQUESTS.info(
          "METRIC: {\"type\":\"timer\",\"metric\":\"http_request_duration\",\"value\":{},"
              + "\"tags\":{\"endpoint\":\"{}\",\"url\":\"{}\",\"http_status_code\":{},\"status\":\"{}\"}}",
          seconds(took),
          request.endpoint(),
          new String(JsonStringEncoder.getInstance().quoteAsString(request.path())),
          status,
          status(succeeded));
    }
  }

  static void records(String endpoint, long count) {
    LOG.info(
        "METRIC: {\"type\":\"counter\",\"metric\":\"record_count\",\"value\":{},"
            + "\"tags\":{\"endpoint\":\"{}\"}}",
        count,
        endpoint);
  }

  static void stream(String endpoint, Duration took, boolean succeeded) {
    LOG.info(
        "METRIC: {\"type\":\"timer\",\"metric\":\"sync_duration\",\"value\":{},"
            + "\"tags\":{\"endpoint\":\"{}\",\"status\":\"{}\"}}",
        seconds(took),
        endpoint,
        status(succeeded));
  }

  static void job(Duration took, boolean succeeded) {
    LOG.info(
        "METRIC: {\"type\":\"timer\",\"metric\":\"job_duration\",\"value\":{},"
            + "\"tags\":{\"job_type\":\"sync\",\"status\":\"{}\"}}",
        seconds(took),
        status(succeeded));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
  }

  private static String status(boolean succeeded) {
    return succeeded ? "succeeded" : "failed";
  }
}

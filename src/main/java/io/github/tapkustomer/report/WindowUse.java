package io.github.tapkustomer.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;

/**
 * How a window of a budget was used, or several windows in a row.
 *
 * @param began when the first of them began, on the server's clock
 * @param windows how many they are
 * @param limit how many requests they allow together
 * @param streams requests of this run by stream
 * @param others requests of others
 */
public record WindowUse(
    Instant began, long windows, long limit, Map<String, Long> streams, long others) {
  public WindowUse {
    requireNonNull(began, "began");
    streams = Map.copyOf(streams);
  }

  /** Requests of this run. */
  long used() {
    return streams.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Requests that nobody made. */
  long unused() {
    return Math.max(0, limit - used() - others);
  }
}

package io.github.tapkustomer.stats;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a sync ended.
 *
 * @param streams what each selected stream took and gave, in order
 * @param failure what ended it early; empty if it ran to its end
 * @param took from its beginning to its end
 */
public record SyncResult(
    List<StreamReport> streams, Optional<RuntimeException> failure, Duration took) {
  public SyncResult {
    streams = List.copyOf(streams);
    requireNonNull(failure, "failure");
  }

  /** The streams that are not complete, though the sync ran to its end. */
  public List<StreamReport> failedStreams() {
    return streams.stream().filter(stream -> !stream.failures().isEmpty()).toList();
  }
}

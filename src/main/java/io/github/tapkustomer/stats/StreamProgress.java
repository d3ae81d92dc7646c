package io.github.tapkustomer.stats;

import java.util.OptionalDouble;

/**
 * How far a stream has come at one moment of a sync.
 *
 * @param shareDone of the time range to read, 0 to 1; empty if that is not known
 * @param waiting what most of its work is waiting for
 */
public record StreamProgress(
    String stream, Phase phase, long records, OptionalDouble shareDone, Waiting waiting) {

  /** Where it stands. */
  public enum Phase {
    QUEUED,
    READING,
    DONE,
    FAILED
  }

  /** What it waits for. */
  public enum Waiting {
    NOTHING,
    BUDGET,
    ANSWER,
    TARGET
  }

  /** The progress in a stream's statistics. */
  public static StreamProgress of(
      String stream, StreamStatistics statistics, OptionalDouble shareDone) {
    return new StreamProgress(
        stream,
        phase(statistics),
        statistics.counts().records(),
        shareDone,
        statistics.waitingFor());
  }

  private static Phase phase(StreamStatistics statistics) {
    if (!statistics.failures().isEmpty()) {
      return Phase.FAILED;
    }
    if (statistics.hasEnded()) {
      return Phase.DONE;
    }
    return statistics.hasBegun() ? Phase.READING : Phase.QUEUED;
  }
}

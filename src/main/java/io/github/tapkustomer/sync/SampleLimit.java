package io.github.tapkustomer.sync;

import java.util.HashMap;
import java.util.Map;

/** How much of each stream is wanted: everything or a sample. Thread-safe. */
final class SampleLimit {
  /** A sample ends after so many requests, even if it found nothing. */
  private static final long REQUESTS_OF_A_SAMPLE = 2;

  private final long records;
  private final Map<StreamRun, Integer> steps = new HashMap<>();

  private SampleLimit(long records) {
    this.records = records;
  }

  static SampleLimit none() {
    return new SampleLimit(Long.MAX_VALUE);
  }

  /** At least so many records of each stream, if its first requests give them. */
  static SampleLimit of(long records) {
    return new SampleLimit(records);
  }

  boolean isSample() {
    return records != Long.MAX_VALUE;
  }

  /** Whether the stream may be read further; a step takes at least one request. */
  synchronized boolean allowsStep(StreamRun stream) {
    return !isSample()
        || stream.statistics().read() < records
            && stream.statistics().counts().requests() < REQUESTS_OF_A_SAMPLE
            && steps.merge(stream, 1, Integer::sum) <= REQUESTS_OF_A_SAMPLE;
  }
}

package io.github.tapkustomer.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Logs how many records came since the last time, so that its lines add up to the total. */
public final class RecordCounters {
  private final Map<String, Long> told = new HashMap<>();

  /** Logs the streams that gave records since the last time. */
  public synchronized void tell(List<StreamProgress> streams) {
    for (StreamProgress stream : streams) {
      if (stream.records() > told.getOrDefault(stream.stream(), 0L)) {
        tell(stream.stream(), stream.records());
      }
    }
  }

  /** Logs all streams a last time, even those without records, and how long they took. */
  public synchronized void finish(SyncResult result) {
    for (StreamReport stream : result.streams()) {
      long records = stream.counts().records();
      boolean whole = stream.complete() && stream.failures().isEmpty();
      if (records == 0 || records > told.getOrDefault(stream.stream(), 0L)) {
        tell(stream.stream(), records);
      }
      Metrics.stream(stream.stream(), stream.took(), whole);
    }
    boolean whole = result.failure().isEmpty() && result.failedStreams().isEmpty();
    Metrics.job(result.took(), whole);
  }

  private void tell(String stream, long records) {
    Metrics.records(stream, records - told.getOrDefault(stream, 0L));
    told.put(stream, records);
  }
}

package io.github.tapkustomer.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What a stream took and gave. Thread-safe. */
final class StreamStatistics {
  final LongAdder records = new LongAdder();
  final LongAdder bytes = new LongAdder();
  final LongAdder requests = new LongAdder();
  final LongAdder retries = new LongAdder();
  final LongAdder refusals = new LongAdder();
  final LongAdder beforeStart = new LongAdder();
  final LongAdder gone = new LongAdder();
  final LongAdder withoutId = new LongAdder();
  final LongAdder withoutTime = new LongAdder();
  private final LongAdder waitedMillis = new LongAdder();
  private final List<String> failures = new ArrayList<>();

  void waited(Duration time) {
    waitedMillis.add(time.toMillis());
  }

  double waitedSeconds() {
    return waitedMillis.sum() / 1000.0;
  }

  synchronized void failed(String why) {
    failures.add(why);
  }

  /** Why the stream is not whole; empty where it is. */
  synchronized List<String> failures() {
    return List.copyOf(failures);
  }
}

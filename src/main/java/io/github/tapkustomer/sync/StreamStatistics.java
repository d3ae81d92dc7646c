package io.github.tapkustomer.sync;

import io.github.tapkustomer.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
  final AtomicInteger waitingForAnswer = new AtomicInteger();
  final WaitingTime waitingForBudget;
  final WaitingTime waitingToRetry;
  final WaitingTime waitingForTarget;
  private final List<String> failures = new ArrayList<>();
  private Instant begun;
  private Instant ended;

  StreamStatistics(Clock clock) {
    this.waitingForBudget = new WaitingTime(clock);
    this.waitingToRetry = new WaitingTime(clock);
    this.waitingForTarget = new WaitingTime(clock);
  }

  Waits waits() {
    return new Waits(seconds(waitingForBudget), seconds(waitingToRetry), seconds(waitingForTarget));
  }

  private static double seconds(WaitingTime waiting) {
    return waiting.total().toMillis() / 1000.0;
  }

  /** It makes a request; the first is its beginning. */
  synchronized void begin(Instant now) {
    if (begun == null) {
      begun = now;
    }
  }

  /** Nothing more comes of it. */
  synchronized void end(Instant now) {
    ended = now;
  }

  synchronized boolean hasBegun() {
    return begun != null;
  }

  synchronized boolean hasEnded() {
    return ended != null;
  }

  /** From its first request to its end, or until now. */
  synchronized Duration took(Instant now) {
    return begun == null ? Duration.ZERO : Duration.between(begun, ended == null ? now : ended);
  }

  synchronized void failed(String why) {
    failures.add(why);
  }

  /** Why the stream is not whole; empty where it is. */
  synchronized List<String> failures() {
    return List.copyOf(failures);
  }
}

package io.github.tapkustomer.stats;

import io.github.tapkustomer.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what a stream took and gave. Thread-safe. */
public final class StreamStatistics {
  /** Records that were read, be they written or not. */
  public final LongAdder read = new LongAdder();

  /** Records that were written. */
  public final LongAdder records = new LongAdder();

  public final LongAdder bytes = new LongAdder();
  public final LongAdder requests = new LongAdder();
  public final LongAdder retries = new LongAdder();
  public final LongAdder refusals = new LongAdder();
  public final LongAdder beforeStart = new LongAdder();
  public final LongAdder withoutId = new LongAdder();
  public final LongAdder withoutTime = new LongAdder();
  public final AtomicInteger waitingForAnswer = new AtomicInteger();
  public final WaitingTime waitingForBudget;
  public final WaitingTime waitingToRetry;
  public final WaitingTime waitingForTarget;
  private final Map<String, Integer> failures = new LinkedHashMap<>();
  private boolean gaveUp;
  private boolean uncertain;
  private @Nullable Instant begun;
  private @Nullable Instant ended;

  public StreamStatistics(Timer timer) {
    this.waitingForBudget = new WaitingTime(timer);
    this.waitingToRetry = new WaitingTime(timer);
    this.waitingForTarget = new WaitingTime(timer);
  }

  public StreamCounts counts() {
    return new StreamCounts(
        records.sum(), bytes.sum(), requests.sum(), retries.sum(), refusals.sum());
  }

  public WaitingTimes waits() {
    return new WaitingTimes(
        seconds(waitingForBudget), seconds(waitingToRetry), seconds(waitingForTarget));
  }

  private static double seconds(WaitingTime waiting) {
    return waiting.total().toMillis() / 1000.0;
  }

  /** Notes a request; the first is the stream's beginning. */
  public synchronized void begin(Instant now) {
    if (begun == null) {
      begun = now;
    }
  }

  /** Notes that nothing more comes from the stream. */
  public synchronized void end(Instant now) {
    ended = now;
  }

  public synchronized boolean hasBegun() {
    return begun != null;
  }

  public synchronized boolean hasEnded() {
    return ended != null;
  }

  /** From its first request to its end, or until now. */
  public synchronized Duration took(Instant now) {
    return begun == null ? Duration.ZERO : Duration.between(begun, ended == null ? now : ended);
  }

  /** Notes that some of the stream could not be read. */
  public synchronized void failed(String why) {
    failures.merge(why, 1, Integer::sum);
  }

  /** Notes that no more of the stream is read. */
  public synchronized void gaveUp(String why) {
    gaveUp = true;
    failed(why);
  }

  /** Notes that nothing failed, but the stream may be incomplete. */
  public synchronized void uncertain() {
    uncertain = true;
  }

  /** Whether everything was read that could be, as far as anybody can tell. */
  public synchronized boolean isComplete() {
    return ended != null && !gaveUp && !uncertain;
  }

  /** Why the stream is not complete, each reason once with its number; empty if it is. */
  public synchronized List<String> failures() {
    return failures.entrySet().stream()
        .map(
            failure ->
                failure.getValue() == 1
                    ? failure.getKey()
                    : failure.getKey() + " (" + failure.getValue() + " times)")
        .toList();
  }
}

package io.github.tapkustomer.stats;

import io.github.tapkustomer.Timer;
import io.github.tapkustomer.stats.StreamProgress.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what a stream took and gave. Thread-safe. */
public final class StreamStatistics {
  private final LongAdder read = new LongAdder();
  private final LongAdder written = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder requests = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder refusals = new LongAdder();
  private final LongAdder beforeStart = new LongAdder();
  private final LongAdder withoutId = new LongAdder();
  private final LongAdder withoutTime = new LongAdder();
  private final LongAdder waitingForAnswer = new LongAdder();
  private final WaitingTime waitingForBudget;
  private final WaitingTime waitingToRetry;
  private final WaitingTime waitingForTarget;
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

  /** Notes that a request waits for its turn; the first is the stream's beginning. */
  void queued(Instant now) {
    begin(now);
    waitingForBudget.begin();
  }

  /** Notes that a request that waited for its turn is sent. */
  void sent() {
    waitingForBudget.end();
    waitingForAnswer.increment();
  }

  /** Notes that a request that waited for its turn is not sent. */
  void notSent() {
    waitingForBudget.end();
  }

  /**
   * Notes that a request that was sent is over.
   *
   * @param status of the answer; 0 if there was none
   */
  void attempted(int status) {
    waitingForAnswer.decrement();
    requests.increment();
    if (status == 429) {
      refusals.increment();
    }
  }

  /** Notes that a request will be repeated after a wait that begins now. */
  void retrying(Duration wait) {
    retries.increment();
    waitingToRetry.waitFor(wait);
  }

  /** Notes that so many records were read, be they written or not. */
  public void read(long records) {
    read.add(records);
  }

  /** Notes that RECORD lines were written. */
  public void wrote(long records, long bytesOfLines) {
    written.add(records);
    bytes.add(bytesOfLines);
  }

  /** Runs what waits for the target, and counts the time that it takes. */
  public void waitForTarget(Runnable wait) {
    waitingForTarget.begin();
    try {
      wait.run();
    } finally {
      waitingForTarget.end();
    }
  }

  /** Notes that so many records have no id. */
  public void withoutId(long records) {
    withoutId.add(records);
  }

  /** Notes that so many records have no time of their last change. */
  public void withoutTime(long records) {
    withoutTime.add(records);
  }

  /** Notes that so many records are left out since they are older than the start date. */
  public void beforeStart(long records) {
    beforeStart.add(records);
  }

  /** Records that were read, be they written or not. */
  public long read() {
    return read.sum();
  }

  /**
   * What was odd about the stream's records and objects.
   *
   * @param gone objects that were gone when they were requested
   * @param forbidden objects that the key may not read
   * @param replacedCharacters characters that no database accepts
   */
  public RecordWarnings warnings(long gone, long forbidden, long replacedCharacters) {
    return new RecordWarnings(
        withoutId.sum(), withoutTime.sum(), gone, forbidden, beforeStart.sum(), replacedCharacters);
  }

  public StreamCounts counts() {
    return new StreamCounts(
        written.sum(), bytes.sum(), requests.sum(), retries.sum(), refusals.sum());
  }

  public WaitingTimes waits() {
    return new WaitingTimes(
        seconds(waitingForBudget), seconds(waitingToRetry), seconds(waitingForTarget));
  }

  private static double seconds(WaitingTime waiting) {
    return waiting.total().toMillis() / 1000.0;
  }

  private synchronized void begin(Instant now) {
    if (begun == null) {
      begun = now;
    }
  }

  /** What most of the stream's work is waiting for. */
  Waiting waitingFor() {
    if (hasEnded()) {
      return Waiting.NOTHING;
    }
    if (waitingForTarget.isWaiting()) {
      return Waiting.TARGET;
    }
    if (waitingForAnswer.sum() > 0) {
      return Waiting.ANSWER;
    }
    return waitingForBudget.isWaiting() ? Waiting.BUDGET : Waiting.NOTHING;
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

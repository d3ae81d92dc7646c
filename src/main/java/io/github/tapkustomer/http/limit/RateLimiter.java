package io.github.tapkustomer.http.limit;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Lets requests leave as the two budgets allow. Thread-safe. */
public final class RateLimiter {
  private final Timer timer;
  private final ServerClock serverClock;
  private final Map<Quota, Budget> budgets = new EnumMap<>(Quota.class);
  private final Map<Quota, Integer> waiting = new EnumMap<>(Quota.class);

  public RateLimiter(Timer timer, ServerClock serverClock, OptionalDouble reserve) {
    this.timer = requireNonNull(timer, "timer");
    this.serverClock = requireNonNull(serverClock, "serverClock");
    for (Quota quota : Quota.values()) {
      double share = reserve.orElse(quota.defaultReserve());
      budgets.put(quota, new Budget(quota.assumedLimit(), share));
    }
  }

  /** Waits until a request of this quota may leave. */
  public SentRequest acquire(Quota quota) throws InterruptedException {
    count(quota, 1);
    try {
      while (true) {
        long wait;
        synchronized (this) {
          long now = timer.millis();
          wait = budget(quota).waitMillis(now);
          if (wait == 0) {
            return budget(quota).send(now);
          }
        }
        timer.sleep(Duration.ofMillis(wait));
      }
    } finally {
      count(quota, -1);
    }
  }

  /** Sets how many requests of this quota are still to come; empty if that is unknown. */
  public synchronized void expect(Quota quota, OptionalLong requests) {
    budget(quota).expect(requests);
  }

  /**
   * Whether the answers, rather than the budget, limit the speed: a request could leave now, with
   * none waiting before it, or one window is enough for all that are still to come.
   */
  public synchronized boolean hasRoom(Quota quota) {
    Budget budget = budget(quota);
    return budget.isAmple()
        || waiting.getOrDefault(quota, 0) == 0 && budget.waitMillis(timer.millis()) == 0;
  }

  public synchronized Optional<BudgetState> state(Quota quota) {
    return budget(quota).state();
  }

  public synchronized void answered(Quota quota, SentRequest request, RateHeaders headers) {
    budget(quota).answered(request, timer.millis(), headers, serverClock.offset());
  }

  public synchronized void refused(
      Quota quota, SentRequest request, RateHeaders headers, Duration fallback, double jitter) {
    budget(quota)
        .refused(
            request, timer.millis(), headers, serverClock.offset(), fallback.toMillis(), jitter);
  }

  public synchronized void unanswered(Quota quota, SentRequest request) {
    budget(quota).unanswered(request);
  }

  /** A request that was allowed did not leave after all. */
  public synchronized void notSent(Quota quota, SentRequest request) {
    budget(quota).notSent(request);
  }

  private Budget budget(Quota quota) {
    return requireNonNull(budgets.get(quota));
  }

  private synchronized void count(Quota quota, int change) {
    waiting.merge(quota, change, Integer::sum);
  }
}

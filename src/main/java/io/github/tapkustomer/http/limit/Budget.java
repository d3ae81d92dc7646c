package io.github.tapkustomer.http.limit;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The waiting arithmetic of one budget: how long until the next request may leave. Pure: time comes
 * in, a wait goes out, nothing sleeps. Not thread-safe; {@link RateLimiter} guards it.
 *
 * <p>Requests are spread over the rest of the window in proportion to the rest of the budget, so
 * that it is used up shortly before the window ends, unless all requests still to come fit into it.
 * While it is uncertain which window a request will count against, it must fit into both. Times are
 * milliseconds of the local clock.
 */
final class Budget {
  /** It may stay uncertain for this long whether a window has ended. */
  private static final long VAGUE_MILLIS = 250;

  /** A budget of this size can spare a request to learn when windows end. */
  private static final int ENOUGH = 10;

  /** A Retry-After has whole seconds. */
  private static final long WHOLE_SECOND_MILLIS = 1_000;

  private static final long POLL_MILLIS = 20;

  /** An answer may shorten a paced wait, for example by showing that everything else fits. */
  private static final long LOOK_AGAIN_MILLIS = 500;

  private final AssumedLimit assumed;
  private final double reserve;
  private final Pacing pacing = new Pacing();
  private final BudgetWindow window;

  private boolean headersLie;
  private OptionalLong toCome = OptionalLong.empty();

  /**
   * A budget before its first answer.
   *
   * @param assumedLimit requests per minute, until an answer states it
   * @param reserve the share left to others, 0 to 0.9
   */
  Budget(int assumedLimit, double reserve) {
    this.assumed = new AssumedLimit(assumedLimit);
    this.reserve = reserve;
    this.window = new BudgetWindow(reserve);
  }

  /** Milliseconds until a request may leave; zero means now. Ask again after waiting. */
  long waitMillis(long now) {
    if (pacing.blockedMillis(now) > 0) {
      return pacing.blockedMillis(now);
    }
    if (isTold()) {
      if (now >= window.lastMoment()) {
        window.roll(now, usable());
      }
      if (window.left() < 1) {
        return untilNews(now, window.lastMoment());
      }
      if (window.left() < 2 && now < window.middleMoment() && endIsVague() && !allFit()) {
        return untilNews(now, window.middleMoment());
      }
    }
    long wait = pacing.waitMillis(now, interval(now));
    return isTold() ? Math.min(LOOK_AGAIN_MILLIS, wait) : wait;
  }

  /** Notes that a request leaves now; the result is handed back with its answer. */
  SentRequest send(long now) {
    pacing.take(now, interval(now), usable());
    return window.sent(now);
  }

  /**
   * Sets how many requests are still to come, including those in flight; empty if that is unknown.
   */
  void expect(OptionalLong requests) {
    toCome = requests;
  }

  /** Whether all requests still to come fit into one window. */
  boolean isAmple() {
    return toCome.isPresent() && toCome.getAsLong() <= usable();
  }

  /**
   * Learns from an answer.
   *
   * @param clocks how the server's clock differs from the local one
   */
  void answered(SentRequest request, long now, RateHeaders headers, ClockOffset clocks) {
    learn(request, now, headers, clocks);
    if (!isTold()) {
      assumed.gain();
    }
  }

  private void learn(SentRequest request, long now, RateHeaders headers, ClockOffset clocks) {
    if (headersLie || headers.window().isEmpty()) {
      window.lost(request);
    } else {
      window.answered(request, now, headers.window().get(), clocks);
    }
  }

  /**
   * Learns from a 429: nothing of this budget leaves before the wait is over.
   *
   * @param fallbackMillis how long to wait if the answer does not say
   * @param jitter 0 to 1, spreads the return of several processes
   */
  void refused(
      SentRequest request,
      long now,
      RateHeaders headers,
      ClockOffset clocks,
      long fallbackMillis,
      double jitter) {
    boolean roomStated = headers.window().map(told -> told.remaining() > 0).orElse(false);
    if (roomStated && !window.hasRolled() && !headersLie) {
      headersLie = true;
      window.forget();
    }
    boolean isPast = headers.window().map(told -> window.isPast(request, told)).orElse(false);
    learn(request, now, headers, clocks);
    long wait;
    if (headers.retryAfter().isPresent()) {
      wait = headers.retryAfter().get().toMillis();
    } else if (isPast) {
      return;
    } else {
      wait = isTold() ? window.lastMoment() - now : fallbackMillis;
    }
    if (!isTold() && pacing.blockedMillis(now) == 0) {
      assumed.cut();
    }
    long until = pacing.block(now, wait, jitter);
    if (!comesBackBeforeTheEnd(headers, until)) {
      window.usedUp();
    }
  }

  /** Whether a refusal names a time well within the window, which then is not used up. */
  private boolean comesBackBeforeTheEnd(RateHeaders headers, long until) {
    return isTold()
        && headers.retryAfter().isPresent()
        && until + WHOLE_SECOND_MILLIS < window.firstMoment();
  }

  /** A request got no answer; it may have been counted anyway. */
  void unanswered(SentRequest request) {
    window.lost(request);
  }

  /** A request did not leave after all. */
  void notSent(SentRequest request) {
    window.notSent(request);
  }

  /** What the last answer stated; empty if none did. */
  Optional<BudgetState> state() {
    return window.told().map(told -> new BudgetState(told.limit(), told.remaining(), reserve));
  }

  private boolean isTold() {
    return window.told().isPresent();
  }

  /** If so, the last request of a window waits for the middle of the uncertainty, to halve it. */
  private boolean endIsVague() {
    return usable() >= ENOUGH && window.doubt() > VAGUE_MILLIS;
  }

  /** How long to wait for a time, or for an answer in flight that may change it. */
  private long untilNews(long now, long moment) {
    long wait = Math.max(1, moment - now);
    return window.expectsNews(now) ? Math.min(POLL_MILLIS, wait) : wait;
  }

  private double interval(long now) {
    if (!isTold()) {
      return Quota.WINDOW_MILLIS / usable();
    }
    return allFit() || window.hasRolled() ? 0 : window.interval(now);
  }

  /** Whether all requests still to come fit into the rest of the window. */
  private boolean allFit() {
    return toCome.isPresent() && window.fits(toCome.getAsLong());
  }

  /** What a whole window allows. */
  private double usable() {
    double limit = window.told().map(told -> (double) told.limit()).orElseGet(assumed::requests);
    return Math.max(1, limit * (1 - reserve));
  }
}

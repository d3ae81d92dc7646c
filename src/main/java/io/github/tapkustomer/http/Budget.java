package io.github.tapkustomer.http;

import java.util.TreeMap;

/**
 * The waiting arithmetic of one budget: how long until the next request may leave. Pure: time comes
 * in, a wait goes out, nothing sleeps. Not thread-safe; {@link RateLimiter} guards it.
 *
 * <p>Requests are spread over what is left of the window in proportion to what is left of the
 * budget, a little ahead of an even pace, so that the budget is used up shortly before the window
 * ends whatever its length. Times are milliseconds of the local clock.
 */
final class Budget {
  /** The part of a window at its end in which nothing is planned any more. */
  private static final double SLACK = 0.1;

  /** The part of a budget that may leave at once after a pause. */
  private static final double BURST = 0.1;

  private static final long POLL_MILLIS = 10;
  private static final long LONGEST_BLOCK_MILLIS = 300_000;

  private final int assumedLimit;
  private final double reserve;
  private final TreeMap<Long, Long> unanswered = new TreeMap<>();

  private double limit;
  private long window = Quota.WINDOW_MILLIS;
  private double nextSlot;
  private long blockedUntil;
  private long sequence;

  private boolean headersLie;
  private RateHeaders.Window stated;
  private long statedBy;
  private long windowEnd;
  private double left;

  /** The stated end has passed and no answer has spoken of the next window yet. */
  private boolean rolled;

  private long rolledAt;

  /** An answer has shown that windows end when the headers say. */
  private boolean endTrusted;

  /** How much later than stated a window was seen to end. */
  private long lateness;

  /**
   * A budget before its first answer.
   *
   * @param assumedLimit requests in a minute, until an answer tells
   * @param reserve the share left to others, 0 to 0.9
   */
  Budget(int assumedLimit, double reserve) {
    this.assumedLimit = assumedLimit;
    this.limit = assumedLimit;
    this.reserve = reserve;
  }

  /** Milliseconds until a request may leave; zero means now. Ask again after waiting. */
  long waitMillis(long now) {
    if (now < blockedUntil) {
      return blockedUntil - now;
    }
    if (stated != null) {
      if (now >= windowEnd) {
        roll(now);
      }
      if (rolled && !endTrusted && unanswered.tailMap(rolledAt, true).size() > 0) {
        return POLL_MILLIS;
      }
      if (left < 1) {
        return Math.max(1, windowEnd - now);
      }
    }
    return Math.max(0, (long) Math.ceil(nextSlot - now));
  }

  /** Notes that a request leaves now; the ticket goes back in with its answer. */
  Ticket send(long now) {
    double interval = interval(now);
    nextSlot = Math.max(nextSlot, now - usable() * BURST * interval) + interval;
    left -= 1;
    unanswered.put(++sequence, now);
    return new Ticket(sequence, now);
  }

  /** A request that left: its place in the order and when. */
  record Ticket(long sequence, long sentAt) {}

  /**
   * Takes in what an answer says.
   *
   * @param clockOffset the server's clock less the local one, in milliseconds
   */
  void answered(Ticket ticket, long now, RateHeaders headers, long clockOffset) {
    unanswered.remove(ticket.sequence);
    if (headersLie || headers.window().isEmpty()) {
      return;
    }
    RateHeaders.Window told = headers.window().get();
    long end = told.resetSeconds() * 1000 - clockOffset;
    if (stated == null || told.resetSeconds() > stated.resetSeconds()) {
      enter(told, ticket, end, now);
    } else if (told.resetSeconds() == stated.resetSeconds()) {
      stay(told, ticket, end, now);
    }
  }

  /**
   * Takes in a 429: nothing of this budget leaves before its end.
   *
   * @param fallbackMillis how long to stay away where the answer does not say
   * @param jitter 0 to 1, spreads the return of several processes
   */
  void refused(
      Ticket ticket,
      long now,
      RateHeaders headers,
      long clockOffset,
      long fallbackMillis,
      double jitter) {
    boolean roomStated = headers.window().map(w -> w.remaining() > 0).orElse(false);
    if (roomStated && !rolled) {
      headersLie = true;
      stated = null;
      limit = assumedLimit;
    }
    answered(ticket, now, headers, clockOffset);
    if (stated == null && now >= blockedUntil) {
      limit = Math.max(1, limit * 0.8);
    }
    long wait;
    if (headers.retryAfter().isPresent()) {
      wait = headers.retryAfter().get().toMillis();
    } else if (stated != null) {
      wait = windowEnd - now;
    } else {
      wait = fallbackMillis;
    }
    wait = Math.max(1, Math.min(wait, LONGEST_BLOCK_MILLIS));
    double spread = Math.min(250, wait * 0.1);
    long until = now + wait + Math.round(jitter * spread);
    blockedUntil = Math.max(blockedUntil, until);
    nextSlot = Math.max(nextSlot, (double) blockedUntil);
    left = Math.min(left, 0);
  }

  /** A request that got no answer at all. */
  void unanswered(Ticket ticket) {
    unanswered.remove(ticket.sequence);
  }

  /** The share of the stated window that is used, for progress and summary; zero when unknown. */
  double usedShare() {
    return stated == null ? 0 : 1 - stated.remaining() / (double) stated.limit();
  }

  private void roll(long now) {
    long passed = (now - windowEnd) / window + 1;
    windowEnd += passed * window;
    rolled = true;
    rolledAt = sequence + 1;
    left = usable();
  }

  private void enter(RateHeaders.Window told, Ticket ticket, long end, long now) {
    if (rolled && ticket.sequence >= rolledAt) {
      endTrusted = true;
    }
    if (stated == null) {
      window = Math.max(1000, roundUpToSecond(end - ticket.sentAt));
    } else {
      long step = (told.resetSeconds() - stated.resetSeconds()) * 1000;
      window = Math.max(Math.min(step, Quota.WINDOW_MILLIS), roundUpToSecond(end - now));
    }
    windowEnd = end + lateness;
    limit = told.limit();
    rolled = false;
    note(told, ticket);
  }

  private void stay(RateHeaders.Window told, Ticket ticket, long end, long now) {
    if (rolled && ticket.sequence < rolledAt) {
      return;
    }
    if (rolled) {
      lateness = Math.min(2000, Math.max(lateness, now - end + 50));
      windowEnd = Math.max(now, end + lateness);
      rolled = false;
      endTrusted = false;
    }
    if (told.remaining() <= stated.remaining()) {
      note(told, ticket);
    }
  }

  private void note(RateHeaders.Window told, Ticket ticket) {
    stated = told;
    statedBy = ticket.sequence;
    left = told.remaining() - reserve * told.limit() - unanswered.tailMap(statedBy, false).size();
  }

  private double interval(long now) {
    return stated == null
        ? window / usable()
        : Math.max(0, windowEnd - SLACK * window - now) / Math.max(1, left);
  }

  private double usable() {
    return Math.max(1, limit * (1 - reserve));
  }

  private static long roundUpToSecond(long millis) {
    return Math.floorDiv(millis + 999, 1000) * 1000;
  }
}

package io.github.tapkustomer.http;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The waiting arithmetic of one budget: how long until the next request may leave. Pure: time comes
 * in, a wait goes out, nothing sleeps. Not thread-safe; {@link RateLimiter} guards it.
 *
 * <p>Requests are spread over what is left of the window in proportion to what is left of the
 * budget, so that it is used up shortly before the window ends. While it is not certain which
 * window a request will count against, it must fit into both. Times are milliseconds of the local
 * clock.
 */
final class Budget {
  /** The part of a window for which it may stay in doubt whether it has ended. */
  private static final double VAGUE = 0.05;

  /** A budget that spares a request to learn when windows end has as many. */
  private static final int ENOUGH = 10;

  /** A Retry-After is of whole seconds. */
  private static final long WHOLE_SECOND_MILLIS = 1_000;

  private static final long POLL_MILLIS = 20;

  private final AssumedLimit assumed;
  private final double reserve;
  private final Slots slots = new Slots();
  private final Set<Long> unanswered = new HashSet<>();

  private long window = Quota.WINDOW_MILLIS;
  private long sequence;
  private long roundTrip;

  private boolean headersLie;
  private RateHeaders.Window stated;
  private WindowEnds ends;

  /** The stated end of the window in hand: that of the last answer, or a later one after a roll. */
  private long end;

  /** When an answer or a roll last told of the window in hand. */
  private long heardAt;

  /** The stated end has passed for certain and no answer has spoken of the next window yet. */
  private boolean rolled;

  /** What is left for requests that the last answer did not count, those in flight included. */
  private double room;

  /**
   * A budget before its first answer.
   *
   * @param assumedLimit requests in a minute, until an answer tells
   * @param reserve the share left to others, 0 to 0.9
   */
  Budget(int assumedLimit, double reserve) {
    this.assumed = new AssumedLimit(assumedLimit);
    this.reserve = reserve;
  }

  /** Milliseconds until a request may leave; zero means now. Ask again after waiting. */
  long waitMillis(long now) {
    if (slots.blockedMillis(now) > 0) {
      return slots.blockedMillis(now);
    }
    if (stated != null) {
      if (now >= lastMoment()) {
        roll(now);
      }
      if (left() < 1) {
        return untilNews(now, lastMoment());
      }
      if (left() < 2 && now < end + ends.middle() && endIsVague()) {
        return untilNews(now, end + ends.middle());
      }
    }
    return slots.waitMillis(now);
  }

  /** Notes that a request leaves now; the ticket goes back in with its answer. */
  Ticket send(long now) {
    slots.take(now, interval(now), usable());
    unanswered.add(++sequence);
    return new Ticket(sequence, now);
  }

  /**
   * Takes in what an answer says.
   *
   * @param clocks how the server's clock differs from the local one
   */
  void answered(Ticket ticket, long now, RateHeaders headers, ClockOffset clocks) {
    learn(ticket, now, headers, clocks);
    if (stated == null) {
      assumed.gain();
    }
  }

  private void learn(Ticket ticket, long now, RateHeaders headers, ClockOffset clocks) {
    if (headersLie || headers.window().isEmpty()) {
      unanswered(ticket);
      return;
    }
    unanswered.remove(ticket.sequence());
    roundTrip = Math.max(now - ticket.sentAt(), roundTrip * 9 / 10);
    RateHeaders.Window told = headers.window().get();
    if (stated == null) {
      ends = new WindowEnds(clocks);
    }
    ends.narrow(clocks);
    ends.countedIn(told, ticket.sentAt());
    if (stated == null || told.resetSeconds() > stated.resetSeconds()) {
      enter(told, now);
    } else if (told.resetSeconds() == stated.resetSeconds()) {
      stay(told, ticket, now);
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
      ClockOffset clocks,
      long fallbackMillis,
      double jitter) {
    boolean roomStated = headers.window().map(told -> told.remaining() > 0).orElse(false);
    if (roomStated && !rolled && !headersLie) {
      headersLie = true;
      stated = null;
    }
    boolean ofThePast = isOfThePast(ticket, headers);
    learn(ticket, now, headers, clocks);
    long wait;
    if (headers.retryAfter().isPresent()) {
      wait = headers.retryAfter().get().toMillis();
    } else if (ofThePast) {
      return;
    } else {
      wait = stated == null ? fallbackMillis : lastMoment() - now;
    }
    if (stated == null && slots.blockedMillis(now) == 0) {
      assumed.cut();
    }
    long until = slots.block(now, wait, jitter);
    if (!comesBackBeforeTheEnd(headers, until)) {
      room = Math.min(room, 0);
    }
  }

  /** Whether a refusal names a moment well within the window, which then is not used up. */
  private boolean comesBackBeforeTheEnd(RateHeaders headers, long until) {
    return stated != null
        && headers.retryAfter().isPresent()
        && until + WHOLE_SECOND_MILLIS < end + ends.earliest();
  }

  /** Whether an answer comes late, of a window that is known to have ended. */
  private boolean isOfThePast(Ticket ticket, RateHeaders headers) {
    return stated != null
        && ticket.sentAt() < heardAt
        && headers.window().map(told -> told.resetSeconds() * 1000 < end).orElse(false);
  }

  /** A request that got no answer; it may have been counted all the same. */
  void unanswered(Ticket ticket) {
    if (unanswered.remove(ticket.sequence())) {
      room -= 1;
    }
  }

  /** What the last answer told; absent where none did. */
  Optional<BudgetState> state() {
    return Optional.ofNullable(stated)
        .map(told -> new BudgetState(told.limit(), told.remaining(), reserve));
  }

  private void roll(long now) {
    end += Math.max(1, (now - end - ends.latest()) / window + 1) * window;
    rolled = true;
    heardAt = now;
    room = usable();
  }

  private void enter(RateHeaders.Window told, long now) {
    end = told.resetSeconds() * 1000;
    if (stated != null) {
      ends.passed(stated, now);
      long step = end - stated.resetSeconds() * 1000;
      window = Math.max(Math.min(step, Quota.WINDOW_MILLIS), end + ends.earliest() - now);
    }
    note(told, now);
  }

  private void stay(RateHeaders.Window told, Ticket ticket, long now) {
    boolean rolledTooEarly = rolled && ticket.sentAt() >= heardAt;
    if (rolledTooEarly || !rolled && told.remaining() <= stated.remaining()) {
      end = told.resetSeconds() * 1000;
      note(told, now);
    }
  }

  private void note(RateHeaders.Window told, long now) {
    stated = told;
    rolled = false;
    heardAt = now;
    room = told.remaining() - reserve * told.limit();
  }

  /** When the window in hand has ended for certain, as far as it can be believed. */
  private long lastMoment() {
    return Math.min(end + ends.latest(), heardAt + Slots.LONGEST_BLOCK_MILLIS);
  }

  /** Those in flight are taken off, though the last answer may have counted some of them. */
  private double left() {
    return room - unanswered.size();
  }

  /** Then the last request of a window waits for the middle of the doubt, to halve it. */
  private boolean endIsVague() {
    return usable() >= ENOUGH && ends.width() > VAGUE * window + 2 * roundTrip;
  }

  /** How long to wait for a moment, or for an answer in flight that may come to change it. */
  private long untilNews(long now, long moment) {
    boolean newsMayCome = !unanswered.isEmpty() && (room >= 1 || now >= end + ends.earliest());
    long wait = Math.max(1, moment - now);
    return newsMayCome ? Math.min(POLL_MILLIS, wait) : wait;
  }

  private double interval(long now) {
    if (stated == null) {
      return window / usable();
    }
    return Slots.interval(end + ends.earliest() - now, window, roundTrip, left());
  }

  private double usable() {
    return Math.max(1, (stated == null ? assumed.requests() : stated.limit()) * (1 - reserve));
  }
}

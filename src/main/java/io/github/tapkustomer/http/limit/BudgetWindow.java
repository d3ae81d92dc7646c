package io.github.tapkustomer.http.limit;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The window of a budget that requests count against now, as the answers describe it: what is left
 * of it, and when it ends. Not thread-safe. Times are milliseconds of the local clock.
 */
final class BudgetWindow {
  private final double reserve;
  private final Set<Long> unanswered = new HashSet<>();
  private final RoundTrips roundTrips = new RoundTrips();

  private long sequence;
  private long length = Quota.WINDOW_MILLIS;
  private RateHeaders.@Nullable Window told;
  private ResetBounds bounds = new ResetBounds(ClockOffset.around(0));
  private @Nullable ClockOffset clocksBefore;

  /** How the clocks differ by another machine's answers, or differed before one was set. */
  private @Nullable ClockOffset clocksElsewhere;

  /** The stated end: that of the last answer, or a later one after a roll. */
  private long end;

  /** When an answer or a roll last changed the window. */
  private long heardAt;

  /** The stated end has certainly passed, and no answer has stated the next one yet. */
  private boolean rolled;

  /** What is left for requests that the last answer did not count, including those in flight. */
  private double room;

  /**
   * Nothing is known yet.
   *
   * @param reserve the share left to others
   */
  BudgetWindow(double reserve) {
    this.reserve = reserve;
  }

  /** A request leaves. */
  SentRequest sent(long now) {
    unanswered.add(++sequence);
    return new SentRequest(sequence, now);
  }

  /** A request got no answer that states a window; it may have been counted anyway. */
  void lost(SentRequest request) {
    if (unanswered.remove(request.sequence())) {
      room -= 1;
    }
  }

  /** A request did not leave after all. */
  void notSent(SentRequest request) {
    unanswered.remove(request.sequence());
  }

  /** A request was answered. */
  void answered(SentRequest request, long now, RateHeaders.Window window, ClockOffset clocks) {
    unanswered.remove(request.sequence());
    roundTrips.took(now - request.sentAt());
    if (haveMoved(clocks) || told == null) {
      told = null;
      bounds = new ResetBounds(clocks);
    }
    bounds.narrow(clocks);
    bounds.countedIn(window, request.sentAt());
    RateHeaders.Window last = told;
    if (last == null || window.resetSeconds() > last.resetSeconds()) {
      enter(window, now);
    } else if (window.resetSeconds() == last.resetSeconds()) {
      stay(last, window, request, now);
    } else {
      return;
    }
    bounds.countedAfter(Math.min(now, request.sentAt() + roundTrips.spread()));
  }

  /**
   * Whether a clock was set since the last answer, rather than that the answering machines
   * disagree.
   */
  private boolean haveMoved(ClockOffset clocks) {
    boolean differ = clocksBefore != null && clocks.contradicts(clocksBefore);
    boolean known = clocksElsewhere != null && !clocks.contradicts(clocksElsewhere);
    clocksElsewhere = differ ? clocksBefore : clocksElsewhere;
    clocksBefore = clocks;
    return differ && !known;
  }

  private void enter(RateHeaders.Window window, long now) {
    end = window.resetSeconds() * 1000;
    if (told != null) {
      bounds.passed(told);
      long step = end - told.resetSeconds() * 1000;
      length = Math.max(Math.min(step, Quota.WINDOW_MILLIS), end + bounds.earliest() - now);
    }
    note(window, now);
  }

  private void stay(
      RateHeaders.Window last, RateHeaders.Window window, SentRequest request, long now) {
    boolean rolledTooEarly = rolled && request.sentAt() >= heardAt;
    if (rolledTooEarly || !rolled && window.remaining() <= last.remaining()) {
      end = window.resetSeconds() * 1000;
      note(window, now);
    }
  }

  private void note(RateHeaders.Window window, long now) {
    told = window;
    rolled = false;
    heardAt = now;
    room = window.remaining() - reserve * window.limit();
  }

  /**
   * The window has ended: the next one is whole.
   *
   * @param usable what it allows
   */
  void roll(long now, double usable) {
    end += Math.max(1, (now - end - bounds.latest()) / length + 1) * length;
    rolled = true;
    heardAt = now;
    room = usable;
  }

  /** Forgets what the headers stated, since it was wrong. */
  void forget() {
    told = null;
  }

  /** A refusal says that nothing is left. */
  void usedUp() {
    room = Math.min(room, 0);
  }

  /** What the last answer stated; empty if none did. */
  Optional<RateHeaders.Window> told() {
    return Optional.ofNullable(told);
  }

  boolean hasRolled() {
    return rolled;
  }

  /** Whether a late answer describes a window that is known to have ended. */
  boolean isPast(SentRequest request, RateHeaders.Window window) {
    return told != null && request.sentAt() < heardAt && window.resetSeconds() * 1000 < end;
  }

  /** Requests in flight are subtracted, though the last answer may have counted some of them. */
  double left() {
    return room - unanswered.size();
  }

  /** Whether so many requests fit into it, including those in flight. */
  boolean fits(long requests) {
    return requests <= room;
  }

  /** The earliest time at which it may have ended. */
  long firstMoment() {
    return end + bounds.earliest();
  }

  /** The middle of the uncertainty about its end. */
  long middleMoment() {
    return end + bounds.middle();
  }

  /** The time at which it has certainly ended, unless the headers are nonsense. */
  long lastMoment() {
    return Math.min(end + bounds.latest(), heardAt + Pacing.LONGEST_BLOCK_MILLIS);
  }

  /** How long it is uncertain whether it has ended, apart from what cannot be found out. */
  long doubt() {
    return bounds.width() - roundTrips.spread();
  }

  /** Whether an answer in flight can say more before the window has certainly ended. */
  boolean expectsNews(long now) {
    return !unanswered.isEmpty() && (room >= 1 || now >= firstMoment());
  }

  /** How far apart requests must leave to use up what is left shortly before the end. */
  double interval(long now) {
    return Pacing.interval(firstMoment() - now, length, roundTrips.slowest(), left());
  }
}

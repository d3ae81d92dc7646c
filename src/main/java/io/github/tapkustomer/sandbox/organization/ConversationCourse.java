package io.github.tapkustomer.sandbox.organization;

import io.github.tapkustomer.sandbox.store.Dice;
import io.github.tapkustomer.sandbox.store.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens to a generated conversation, planned completely at its creation. Each version of the
 * conversation, and of what belongs to it, shows the part before its last change, so that all of
 * them agree.
 *
 * @param answered whether an agent answers; if not, the customer writes three times
 * @param secondMessageAt the agent's answer, or the customer's second message
 * @param acceptedAt when the agent takes it over
 * @param channel the channel it came through
 * @param resolutions each time that it is done, and how it was opened before
 */
public record ConversationCourse(
    int ordinal,
    int channel,
    long createdAt,
    boolean answered,
    long routedAt,
    long acceptedAt,
    long secondMessageAt,
    long thirdMessageAt,
    long snoozedAt,
    long snoozeEndsAt,
    List<Resolution> resolutions,
    long ratedAt,
    int agent,
    int team,
    int priority) {
  /** For what never happens: later than any version. */
  public static final long NEVER = Long.MAX_VALUE;

  /** All three messages are sent within this time. */
  public static final long MESSAGES_MILLIS = 6 * 3_600_000L;

  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long SURVEY_DELAY = 5 * MINUTE;
  private static final int CHANNELS = 6;
  private static final int[] AGENTS_OF_A_TEAM = {0, 1, 3};

  /** From when it was opened until it was done. */
  public record Resolution(long openedAt, long acceptedAt, long doneAt) {}

  /** A time during which it had the same status. */
  public record Span(String status, long from, long until) {}

  public ConversationCourse {
    resolutions = List.copyOf(resolutions);
  }

  public static ConversationCourse of(long seed, int ordinal, long createdAt) {
    Dice dice = Dice.of(seed, Kind.CONVERSATION, ordinal, -1);
    int channel = dice.below(CHANNELS);
    boolean answered = ordinal % 13 != 5;
    long second = createdAt + within(dice, 2 * MINUTE, (dice.oneIn(3) ? 240 : 40) * MINUTE);
    long third = second + within(dice, MINUTE, 105 * MINUTE);
    long routed = createdAt + within(dice, 5_000, 60_000);
    long accepted =
        answered ? createdAt + (second - createdAt) * dice.between(55, 90) / 100 : NEVER;
    long done =
        answered && ordinal % 5 != 4
            ? third + within(dice, 5 * MINUTE, (dice.oneIn(4) ? 48 : 5) * HOUR)
            : NEVER;
    boolean snoozed = done != NEVER && ordinal % 11 == 3;
    List<Resolution> resolutions = new ArrayList<>();
    if (done != NEVER) {
      resolutions.add(new Resolution(createdAt, accepted, done));
      if (ordinal % 6 == 1) {
        long reopened = done + within(dice, HOUR, 20 * HOUR);
        long again = reopened + within(dice, 10 * MINUTE, 6 * HOUR);
        long taken = reopened + within(dice, 2 * MINUTE, 8 * MINUTE);
        resolutions.add(new Resolution(reopened, taken, again));
      }
    }
    int team = dice.below(Population.TEAMS);
    return new ConversationCourse(
        ordinal,
        channel,
        createdAt,
        answered,
        routed,
        accepted,
        second,
        third,
        snoozed ? third + (done - third) / 4 : NEVER,
        snoozed ? third + (done - third) / 2 : NEVER,
        resolutions,
        done != NEVER && ordinal % 7 == 0
            ? last(resolutions) + SURVEY_DELAY + within(dice, 10 * MINUTE, 100 * MINUTE)
            : NEVER,
        Population.agentOfTeam(team, AGENTS_OF_A_TEAM[dice.below(AGENTS_OF_A_TEAM.length)]),
        team,
        dice.between(1, 5));
  }

  private static long within(Dice dice, long least, long most) {
    return least + dice.below((int) (most - least));
  }

  private static long last(List<Resolution> resolutions) {
    return resolutions.isEmpty() ? NEVER : resolutions.get(resolutions.size() - 1).doneAt;
  }

  public long messageAt(int number) {
    return number == 0 ? createdAt : number == 1 ? secondMessageAt : thirdMessageAt;
  }

  /** How many messages there are at that time. */
  public int messages(long until) {
    return thirdMessageAt <= until ? 3 : secondMessageAt <= until ? 2 : 1;
  }

  public boolean isOutgoing(int message) {
    return answered && message == 1;
  }

  public boolean isAnswered(long until) {
    return answered && secondMessageAt <= until;
  }

  /** The resolutions that are done by that time. */
  public List<Resolution> resolutions(long until) {
    return resolutions.stream().filter(each -> each.doneAt <= until).toList();
  }

  public int reopened(long until) {
    return (int) resolutions.stream().skip(1).filter(each -> each.openedAt <= until).count();
  }

  /** A survey is sent when it is done for good. */
  public long surveyedAt() {
    return resolutions.isEmpty() ? NEVER : last(resolutions) + SURVEY_DELAY;
  }

  public boolean isRated(long until) {
    return ratedAt <= until;
  }

  /** One to five. */
  public int rating() {
    return 1 + ordinal / 7 % 5;
  }

  /** Its statuses over time, without gaps. */
  public List<Span> spans(long until) {
    List<Span> spans = new ArrayList<>();
    long from = createdAt;
    for (int i = 0; i < resolutions.size() && from <= until; i++) {
      Resolution each = resolutions.get(i);
      if (i == 0 && snoozedAt != NEVER) {
        add(spans, "open", from, snoozedAt, until);
        add(spans, "snoozed", snoozedAt, snoozeEndsAt, until);
        from = snoozeEndsAt;
      }
      add(spans, "open", from, each.doneAt, until);
      boolean reopens = i + 1 < resolutions.size();
      from = reopens ? resolutions.get(i + 1).openedAt : NEVER;
      add(spans, "done", each.doneAt, from, until);
    }
    if (resolutions.isEmpty()) {
      add(spans, "open", createdAt, NEVER, until);
    }
    return spans;
  }

  private static void add(List<Span> spans, String status, long from, long to, long until) {
    if (from <= until) {
      spans.add(new Span(status, from, Math.min(to, until)));
    }
  }

  public String status(long until) {
    List<Span> spans = spans(until);
    return spans.isEmpty() ? "open" : spans.get(spans.size() - 1).status;
  }

  /** How long it had this status, in milliseconds. */
  public long time(String status, long until) {
    return spans(until).stream()
        .filter(span -> span.status.equals(status))
        .mapToLong(span -> span.until - span.from)
        .sum();
  }

  /** How much of it was within business hours. */
  public long businessTime(String status, long until) {
    return spans(until).stream()
        .filter(span -> span.status.equals(status))
        .mapToLong(span -> BusinessHours.between(span.from, span.until))
        .sum();
  }
}

package io.github.tapkustomer.sandbox.organization;

/** The default schedule: Monday to Friday, 9:00 to 17:00 UTC. */
public final class BusinessHours {
  public static final int OPENING_MINUTE = 540;
  public static final int CLOSING_MINUTE = 1020;
  private static final long MINUTE = 60_000;
  private static final long DAY = 1440 * MINUTE;
  private static final long WEEK = 7 * DAY;

  /** January 1, 1970 was a Thursday. */
  private static final long FIRST_MONDAY = 4 * DAY;

  private static final long WORKDAY = (CLOSING_MINUTE - OPENING_MINUTE) * MINUTE;

  private BusinessHours() {}

  /** How much of the time between the two is within business hours, in milliseconds. */
  public static long between(long from, long until) {
    return worked(until) - worked(from);
  }

  private static long worked(long millis) {
    long sinceMonday = millis - FIRST_MONDAY;
    long weeks = Math.floorDiv(sinceMonday, WEEK);
    long inWeek = Math.floorMod(sinceMonday, WEEK);
    long days = inWeek / DAY;
    long today = days >= 5 ? 0 : clamp(inWeek % DAY - OPENING_MINUTE * MINUTE);
    return (weeks * 5 + Math.min(days, 5)) * WORKDAY + today;
  }

  private static long clamp(long millis) {
    return Math.max(0, Math.min(WORKDAY, millis));
  }
}

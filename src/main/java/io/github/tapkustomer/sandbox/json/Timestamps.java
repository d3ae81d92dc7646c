package io.github.tapkustomer.sandbox.json;

/** Kustomer's timestamps: ISO 8601 in UTC with milliseconds, {@code 2026-07-27T22:30:48.939Z}. */
public final class Timestamps {
  public static final int LENGTH = 24;
  private static final long DAY = 86_400_000;

  private Timestamps() {}

  /** Uses arithmetic alone: formatting an Instant would take most of a page's time. */
  public static void write(long epochMillis, byte[] into, int at) {
    long day = Math.floorDiv(epochMillis, DAY);
    int time = (int) Math.floorMod(epochMillis, DAY);
    // Days to a civil date, counted in 400-year eras that begin in March.
    long shifted = day + 719_468;
    long era = Math.floorDiv(shifted, 146_097L);
    int ofEra = (int) Math.floorMod(shifted, 146_097L);
    int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int marchMonth = (5 * ofYear + 2) / 153;
    int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);

    digits(year, 4, into, at);
    into[at + 4] = '-';
    digits(month, 2, into, at + 5);
    into[at + 7] = '-';
    digits(ofYear - (153 * marchMonth + 2) / 5 + 1, 2, into, at + 8);
    into[at + 10] = 'T';
    digits(time / 3_600_000, 2, into, at + 11);
    into[at + 13] = ':';
    digits(time / 60_000 % 60, 2, into, at + 14);
    into[at + 16] = ':';
    digits(time / 1000 % 60, 2, into, at + 17);
    into[at + 19] = '.';
    digits(time % 1000, 3, into, at + 20);
    into[at + 23] = 'Z';
  }

  private static void digits(int value, int count, byte[] into, int at) {
    for (int i = at + count - 1, rest = value; i >= at; i--, rest /= 10) {
      into[i] = (byte) ('0' + rest % 10);
    }
  }
}

package io.github.tapkustomer.http.limit;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Timer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The server's time, from the {@code Date} headers of its answers; local time before the first. */
public final class ServerClock {
  /** A header in whole seconds and the time on the way allow no more precision. */
  private static final long NOISE_MILLIS = 2_000;

  private final Timer clock;
  private volatile @Nullable Instant lastDate;
  private volatile ClockOffset offset = ClockOffset.around(0);

  public ServerClock(Timer clock) {
    this.clock = requireNonNull(clock, "clock");
  }

  /** The server's time, accurate to about two seconds. */
  public Instant now() {
    return clock.now().plusMillis(offsetMillis());
  }

  /** The server's clock minus the local one; zero while they agree to within two seconds. */
  public long offsetMillis() {
    long middle = offset.middle();
    return Math.abs(middle) <= NOISE_MILLIS ? 0 : middle;
  }

  /** A time that has certainly passed on the server: its last {@code Date}. */
  public Instant earliest() {
    Instant told = lastDate;
    return told == null ? clock.now() : told;
  }

  /** A time that is not before anything changed until now. */
  public Instant latest() {
    Instant told = lastDate;
    Instant estimate = now();
    return told == null || estimate.isAfter(told.plusSeconds(1)) ? estimate : told.plusSeconds(1);
  }

  /** The bounds on how far the clocks differ. */
  ClockOffset offset() {
    return offset;
  }

  /**
   * Learns from an answer that has just come.
   *
   * @param sent when its request left, by the local clock
   */
  public synchronized void learn(@Nullable String dateHeader, Instant sent) {
    if (dateHeader == null) {
      return;
    }
    try {
      Instant date =
          ZonedDateTime.parse(dateHeader, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      ClockOffset told = ClockOffset.of(date.toEpochMilli(), sent.toEpochMilli(), clock.millis());
      offset = lastDate == null ? told : offset.and(told);
      lastDate = date;
    } catch (DateTimeException notADate) {
      // A header that is not a date is ignored.
    }
  }
}

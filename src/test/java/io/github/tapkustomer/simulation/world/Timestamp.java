package io.github.tapkustomer.simulation.world;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Timestamps as Kustomer writes them. */
public final class Timestamp {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Timestamp() {}

  public static String of(Instant instant) {
    return MILLIS.format(instant);
  }
}

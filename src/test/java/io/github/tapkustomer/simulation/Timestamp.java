package io.github.tapkustomer.simulation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Timestamps as Kustomer writes them. */
final class Timestamp {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Timestamp() {}

  static String of(Instant instant) {
    return MILLIS.format(instant);
  }
}

package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.Setting.END_DATE;
import static io.github.tapkustomer.config.Setting.START_DATE;
import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;

/** The period of records to read; the end is exclusive. */
record Period(Instant start, Optional<Instant> end) {

  /** Starts a year before the run if no start is given. */
  static Period read(ValueReader values, Instant now) {
    Optional<Instant> givenStart = values.moment(START_DATE);
    Optional<Instant> end = values.moment(END_DATE);
    Instant start = givenStart.orElse(now.atZone(UTC).minusYears(1).toInstant());
    boolean startIsKnown = givenStart.isPresent() || values.given(START_DATE).isEmpty();
    if (startIsKnown && end.filter(last -> !last.isAfter(start)).isPresent()) {
      values.problem(END_DATE, "a time after start_date, " + start);
    }
    return new Period(start, end);
  }
}

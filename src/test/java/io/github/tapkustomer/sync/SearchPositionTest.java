package io.github.tapkustomer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.plan.RangesToRead;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchPositionTest {
  private static final Instant UNTIL = Instant.parse("2026-11-24T09:00:00Z");
  private static final Duration LOOKBACK = Duration.ofMinutes(5);

  private static Instant daysAgo(long days) {
    return UNTIL.minus(Duration.ofDays(days));
  }

  private static TimeRange days(long from, long to) {
    return new TimeRange(daysAgo(from), daysAgo(to));
  }

  /** An interrupted run that went up to {@code UNTIL}. */
  private static Bookmark interrupted(TimeRange... remaining) {
    return new Bookmark(
        Optional.of(remaining[0].from()),
        Optional.of(new Unfinished(UNTIL, Optional.of(daysAgo(1)), List.of(remaining))));
  }

  private static List<TimeRange> read(Bookmark bookmark, Instant until) {
    return new RangesToRead(Instant.EPOCH, until, LOOKBACK, Optional.empty()).of(bookmark);
  }

  @Test
  void keepsWhatLiesBehindTheEndOfARunThatGoesLessFar() {
    Bookmark before = interrupted(days(100, 90), days(60, 40), days(30, 20));
    Instant end = daysAgo(50);

    assertThat(read(before, end)).containsExactly(days(100, 90), days(60, 50));
    SearchPosition position = new SearchPosition(before, end, end);
    position.seen(daysAgo(91));
    Bookmark after = position.bookmark(List.of());

    assertThat(after.updatedAt()).contains(daysAgo(100).plus(Duration.ofDays(50)));
    assertThat(after.unfinished())
        .contains(
            new Unfinished(UNTIL, Optional.of(daysAgo(1)), List.of(days(50, 40), days(30, 20))));
    assertThat(read(after, UNTIL.plusSeconds(60)))
        .containsExactly(
            days(50, 40),
            days(30, 20),
            new TimeRange(UNTIL.minus(LOOKBACK), UNTIL.plusSeconds(60)));
  }

  @Test
  void endsWhenARunThatGoesLessFarReadsAllThatWasLeft() {
    SearchPosition position =
        new SearchPosition(interrupted(days(100, 90)), daysAgo(50), daysAgo(50));

    assertThat(position.bookmark(List.of())).isEqualTo(Bookmark.at(daysAgo(1)));
  }

  /** Else a stream that is used no more would be read from its last update on, run after run. */
  @ParameterizedTest
  @CsvSource({"366, 30", "1000, 30"})
  void beginsLaterThanAtAnUpdateThatIsMoreThanAYearAgo(long newest, long begin) {
    SearchPosition position = new SearchPosition(Bookmark.NONE, UNTIL, UNTIL);
    position.seen(daysAgo(newest));
    Bookmark after = position.bookmark(List.of());

    assertThat(after.updatedAt()).contains(daysAgo(newest));
    assertThat(read(after, UNTIL.plusSeconds(60)))
        .containsExactly(new TimeRange(daysAgo(begin).minus(LOOKBACK), UNTIL.plusSeconds(60)));
    assertThat(
            new SearchPosition(after, UNTIL.plusSeconds(60), UNTIL.plusSeconds(60))
                .bookmark(List.of())
                .updatedAt())
        .contains(daysAgo(newest));
  }

  @Test
  void beginsAtTheLastUpdateWithinAYear() {
    SearchPosition position = new SearchPosition(Bookmark.NONE, UNTIL, UNTIL);
    position.seen(daysAgo(365));

    assertThat(position.bookmark(List.of())).isEqualTo(Bookmark.at(daysAgo(365)));
  }

  @Test
  void doesNotPassWhatCouldNotBeRead() {
    SearchPosition position = new SearchPosition(Bookmark.at(daysAgo(50)), UNTIL, UNTIL);
    position.seen(daysAgo(1));
    position.gap(days(20, 19));

    assertThat(position.isWhole()).isFalse();
    assertThat(position.bookmark(List.of(days(2, 0))))
        .isEqualTo(
            new Bookmark(
                Optional.of(daysAgo(20)),
                Optional.of(
                    new Unfinished(
                        UNTIL, Optional.of(daysAgo(1)), List.of(days(20, 19), days(2, 0))))));
  }
}

package io.github.tapkustomer.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedRangeReaderTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<TimeRange> through = new ArrayList<>();
  private final List<UnreachableTies> unreachable = new ArrayList<>();
  private final MovingSet set = new MovingSet(5);

  private void read(Duration length) {
    ClosedRangeReader.Progress progress =
        new ClosedRangeReader.Progress() {
          @Override
          public void read(TimeRange range) {
            through.add(range);
          }

          @Override
          public void unreachable(UnreachableTies ties) {
            unreachable.add(ties);
          }

          @Override
          public void missing(TimeRange range, long total, long given) {
            throw new AssertionError(range);
          }
        };
    new ClosedRangeReader(set, new SearchLimits(5, 4), (id, at) -> true, progress)
        .read(new TimeRange(START, START.plus(length)));
  }

  /** Ranges that are shared out end anywhere within a millisecond; the API tells no finer times. */
  @ParameterizedTest
  @ValueSource(longs = {1_000_000, 1_500_000, 1_999_999})
  void halvesNoMillisecond(long nanos) {
    for (int i = 0; i < 30; i++) {
      set.put("tie" + i, START);
    }

    read(Duration.ofNanos(nanos));

    assertThat(unreachable).extracting(UnreachableTies::total).containsExactly(30L);
    assertThat(through).containsExactly(new TimeRange(START, START.plusNanos(nanos)));
    assertThat(set.emitted()).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void halvesUntilEachRangeHasFewEnoughPages() {
    for (int i = 0; i < 100; i++) {
      set.put("record" + i, START.plusMillis(i));
    }

    read(Duration.ofMillis(100));

    assertThat(set.emitted()).contains("record0", "record99").hasSizeGreaterThanOrEqualTo(100);
    assertThat(through).hasSizeGreaterThan(4);
    assertThat(through.get(0).from()).isEqualTo(START);
    for (int i = 1; i < through.size(); i++) {
      assertThat(through.get(i).from()).isEqualTo(through.get(i - 1).to());
    }
  }

  @Test
  void givesUpAMillisecondThatNeverStandsStill() {
    for (int i = 0; i < 12; i++) {
      set.put("tie" + i, START);
    }
    int[] request = {0};
    set.beforeEach(
        () -> {
          set.remove("other");
          if (++request[0] % 2 == 0) {
            set.put("other", START);
          }
        });

    assertThatThrownBy(() -> read(Duration.ofMillis(1)))
        .isInstanceOf(TapException.class)
        .hasMessageContaining("2026-01-01T00:00:00.000Z kept changing");
  }
}

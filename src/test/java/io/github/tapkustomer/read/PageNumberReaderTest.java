package io.github.tapkustomer.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.read.page.SearchPages;
import io.github.tapkustomer.record.page.PageSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageNumberReaderTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final MovingSet set = new MovingSet();
  private final ReadThrough reading = new ReadThrough();

  private void read(Duration length) {
    read(length, 4, START.plus(length));
  }

  private void read(Duration length, int pages, Instant settled) {
    reading.read(
        new PageNumberReader(new SizedPages("set", set, 5), pages, settled),
        new TimeRange(START, START.plus(length)));
  }

  /** Ranges that are shared out end anywhere within a millisecond; the API tells no finer times. */
  @ParameterizedTest
  @ValueSource(longs = {1_000_000, 1_500_000, 1_999_999})
  void doesNotSplitAMillisecond(long nanos) {
    for (int i = 0; i < 30; i++) {
      set.put("tie" + i, START);
    }

    read(Duration.ofNanos(nanos));

    assertThat(reading.gaps())
        .extracting(Gap::why)
        .containsExactly(
            "30 records share updated_at 2026-01-01T00:00:00.000Z, of which the API gives only the"
                + " first 20");
    assertThat(reading.read()).containsExactly(new TimeRange(START, START.plusNanos(nanos)));
    assertThat(set.emitted()).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void halvesUntilEachRangeHasFewEnoughPages() {
    for (int i = 0; i < 100; i++) {
      set.put("record" + i, START.plusMillis(i));
    }

    read(Duration.ofMillis(100));

    assertThat(set.emitted()).contains("record0", "record99").hasSizeGreaterThanOrEqualTo(100);
    assertThat(set.emitted()).doesNotHaveDuplicates();
    assertThat(reading.read()).hasSizeGreaterThan(4);
    assertThat(TimeRange.merge(reading.read()))
        .containsExactly(new TimeRange(START, START.plusMillis(100)));
  }

  @Test
  void givesUpAMillisecondThatKeepsChanging() {
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

  /** One that turns up late and one that leaves would keep the total, and lose a third. */
  @Test
  void readsWhatHasNotSettledApartFromWhatHas() {
    for (int i = 0; i < 40; i++) {
      set.put("record" + i, START.plusMillis(i));
    }

    read(Duration.ofMillis(40), 100, START.plusMillis(30));

    assertThat(reading.read())
        .containsExactly(
            new TimeRange(START, START.plusMillis(30)),
            new TimeRange(START.plusMillis(30), START.plusMillis(40)));
    assertThat(set.emitted()).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void continuesAfterATotalThatCountsOnlyThePage() {
    for (int i = 0; i < 18; i++) {
      set.put("record" + i, START.plusMillis(i));
    }
    SearchPages lying =
        (range, page, size, filter) -> {
          PageSummary summary = set.read(range, page, size, filter);
          return summary.withTotal(OptionalLong.of(summary.records()));
        };

    reading.read(
        new PageNumberReader(new SizedPages("set", lying, 5), 4, START.plusSeconds(1)),
        new TimeRange(START, START.plusMillis(100)));

    assertThat(set.emitted()).hasSize(18).doesNotHaveDuplicates();
    assertThat(reading.gaps()).isEmpty();
  }
}

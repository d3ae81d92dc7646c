package io.github.tapkustomer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.plan.CountedRange;
import io.github.tapkustomer.read.RangeCount;
import io.github.tapkustomer.read.WindowReader;
import io.github.tapkustomer.read.page.SearchPages;
import io.github.tapkustomer.record.RecordFilter;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.stats.ApiCount;
import io.github.tapkustomer.stats.StreamStatistics;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * A range of which nothing was given, held against what the API counts one time after the other.
 */
class CountProofTest {
  private static final TimeRange RANGE =
      new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-02T00:00:00Z"));

  private final Deque<OptionalLong> counts = new ArrayDeque<>();
  private final StreamStatistics statistics = new StreamStatistics(new FakeTimer());
  private final CountedRange range = counted();
  private final CountProof proof = new CountProof("notes", statistics, List.of(range));

  private CountedRange counted() {
    RangeCount count = new RangeCount(RANGE);
    count.stepped();
    SearchPages pages =
        new SearchPages() {
          @Override
          public PageSummary read(TimeRange range, int page, int size, RecordFilter filter) {
            throw new AssertionError("only the count is asked for");
          }

          @Override
          public OptionalLong count(TimeRange range) {
            return counts.remove();
          }
        };
    WindowReader reader =
        (rest, seen) -> {
          throw new AssertionError("nothing is read");
        };
    WindowReader recheck = (rest, seen) -> reader.step(rest, seen);
    return new CountedRange(count, pages, reader, recheck);
  }

  private void apiCounts(long... totals) {
    for (long total : totals) {
      counts.add(OptionalLong.of(total));
    }
  }

  private CountedRange only(List<CountedRange> ranges) {
    assertThat(ranges).hasSize(1);
    return ranges.get(0);
  }

  private void assertNothingIsNeeded() {
    CountProof.Need need = proof.need();
    assertThat(need.count()).isEmpty();
    assertThat(need.read()).isEmpty();
  }

  @Test
  void asksOnceAllIsRead() {
    apiCounts(0);
    proof.ask(only(proof.need().count()));

    assertNothingIsNeeded();
    assertThat(proof.result()).contains(new ApiCount(0, 0));
  }

  @Test
  void asksOnlyOnceWhereItAskedAhead() {
    apiCounts(0);
    proof.ask(only(proof.ahead()));

    assertThat(proof.ahead()).isEmpty();
    assertThat(proof.result()).as("before all is read").isEmpty();
    assertNothingIsNeeded();
    assertThat(proof.result()).contains(new ApiCount(0, 0));
  }

  @Test
  void waitsForTheCountThatItAskedForAhead() {
    apiCounts(0);
    CountedRange asked = only(proof.ahead());

    assertNothingIsNeeded();
    assertThat(proof.result()).isEmpty();
    proof.ask(asked);
    assertNothingIsNeeded();
    assertThat(proof.result()).isPresent();
  }

  /** One that was there when it asked ahead has been changed since, and belongs to the next run. */
  @Test
  void asksAgainWhereRecordsCanHaveLeftSince() {
    apiCounts(1, 0);
    proof.ask(only(proof.ahead()));

    CountProof.Need need = proof.need();
    assertThat(need.read()).isEmpty();
    proof.ask(only(need.count()));
    assertNothingIsNeeded();
    assertThat(proof.result()).contains(new ApiCount(0, 0));
  }

  @Test
  void readsAShortRangeOnceMoreAndThenTells() {
    apiCounts(2, 2, 1);
    proof.ask(only(proof.ahead()));
    proof.ask(only(proof.need().count()));
    CountedRange again = only(proof.need().read());
    again.count().stepped();
    assertThat(statistics.failures()).isEmpty();

    proof.ask(only(proof.need().count()));
    assertNothingIsNeeded();
    assertThat(statistics.failures())
        .containsExactly(
            "the API counts 1 records updated from 2026-11-01T00:00:00.000Z"
                + " to 2026-11-02T00:00:00.000Z, but gave 0");
    assertThat(proof.result()).contains(new ApiCount(1, 0));
  }

  @Test
  void provesNothingWhereTheApiDoesNotCount() {
    counts.add(OptionalLong.empty());
    proof.ask(only(proof.need().count()));

    assertNothingIsNeeded();
    assertThat(proof.result()).isEmpty();
  }
}

package io.github.tapkustomer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.plan.CountedRange;
import io.github.tapkustomer.read.RangeCount;
import io.github.tapkustomer.read.WindowReader;
import io.github.tapkustomer.read.page.SearchPages;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.RecordFilter;
import io.github.tapkustomer.stats.ApiCount;
import io.github.tapkustomer.stats.StreamStatistics;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A range without records, compared with the API's count repeatedly. */
class CountProofTest {
  private static final TimeRange RANGE =
      new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-02T00:00:00Z"));

  private final Deque<OptionalLong> counts = new ArrayDeque<>();
  private final StreamStatistics statistics = new StreamStatistics(new FakeTimer());
  private final RangeCount given = new RangeCount(RANGE);
  private final CountedRange range = counted();
  private final CountProof proof = new CountProof("notes", statistics, List.of(range));

  private CountedRange counted() {
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
    return new CountedRange(RANGE, List.of(given), pages, reader, recheck);
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
  void asksNothingIfAsManyCameAsThereWereAtFirst() {
    given.begun(OptionalLong.of(0), false);

    assertNothingIsNeeded();
    assertThat(proof.result()).contains(new ApiCount(0, 0));
  }

  @Test
  void asksNothingIfAllWasReadAtOnce() {
    given.begun(OptionalLong.empty(), true);

    assertNothingIsNeeded();
    assertThat(proof.result()).contains(new ApiCount(0, 0));
  }

  /** A record of the first count has changed since, so it belongs to the next run. */
  @Test
  void asksWhereRecordsCanHaveLeftSince() {
    given.begun(OptionalLong.of(1), false);
    apiCounts(0);

    proof.ask(only(proof.need().count()));
    assertNothingIsNeeded();
    assertThat(proof.result()).contains(new ApiCount(0, 0));
  }

  @Test
  void readsAShortRangeAgainAndThenReportsIt() {
    apiCounts(2, 1);
    proof.ask(only(proof.need().count()));
    assertThat(only(proof.need().read()).isReadAgain()).isTrue();
    assertThat(statistics.failures()).isEmpty();

    proof.ask(only(proof.need().count()));
    assertNothingIsNeeded();
    assertThat(statistics.failures())
        .containsExactly(
            "the API counts 1 record updated from 2026-11-01T00:00:00.000Z"
                + " to 2026-11-02T00:00:00.000Z, but gave 0");
    assertThat(proof.result()).contains(new ApiCount(1, 0));
  }

  @Test
  void provesNothingIfTheApiDoesNotCount() {
    counts.add(OptionalLong.empty());
    proof.ask(only(proof.need().count()));

    assertNothingIsNeeded();
    assertThat(proof.result()).isEmpty();
  }
}

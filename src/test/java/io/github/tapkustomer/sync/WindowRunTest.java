package io.github.tapkustomer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.plan.PlannedWindow;
import io.github.tapkustomer.plan.PlannedWindow.Turn;
import io.github.tapkustomer.plan.StreamPlan.WindowPlan;
import io.github.tapkustomer.read.Gap;
import io.github.tapkustomer.read.RangeCount;
import io.github.tapkustomer.read.Step;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.RecordOptions;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import io.github.tapkustomer.singer.CatalogReader;
import io.github.tapkustomer.stats.StreamStatistics;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bookmarks without threads: steps come in any order, and the bookmark says what was written. */
class WindowRunTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = START.plusSeconds(1_000);

  private final List<Bookmark> positions = new ArrayList<>();
  private final StreamStatistics statistics = new StreamStatistics(new FakeTimer());

  private static Instant at(long second) {
    return START.plusSeconds(second);
  }

  private static TimeRange range(long from, long to) {
    return new TimeRange(at(from), at(to));
  }

  private static Step step(long readTo, long newest, Gap... gaps) {
    return new Step(
        at(readTo),
        Optional.of(at(newest)),
        OptionalLong.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Duration.ZERO,
        Optional.empty(),
        List.of(gaps));
  }

  private static Step split(long at) {
    return new Step(
        at(0),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.of(at(at)),
        OptionalLong.empty(),
        Duration.ZERO,
        Optional.empty(),
        List.of());
  }

  private static PlannedWindow window(long from, long to, Turn turn) {
    return new PlannedWindow(
        Quota.SEARCH,
        range(from, to),
        (rest, seen) -> {
          throw new AssertionError("nothing is read here");
        },
        turn,
        new RangeCount(range(from, to)));
  }

  private WindowRun run(Bookmark before, PlannedWindow... windows) {
    StreamDefinition notes = Streams.find("notes").orElseThrow();
    ObjectNode catalog = JsonNodeFactory.instance.objectNode();
    catalog
        .withArray("streams")
        .addObject()
        .put("stream", notes.name())
        .set("schema", notes.schema());
    RecordFormat format =
        new RecordFormat(
            notes, CatalogReader.read(catalog, "it").streams().get(0), RecordOptions.USUAL);
    WindowPlan plan =
        new WindowPlan(format, before, List.of(windows), List.of(), UNTIL, UNTIL, Optional.empty());
    return new WindowRun(plan, statistics, run -> positions.add(run.bookmark()));
  }

  private static List<SearchWindow> windows(WindowRun run) {
    return windows(run.tasks());
  }

  private static List<SearchWindow> windows(List<Task> tasks) {
    return tasks.stream().map(task -> ((WindowTask) task).window()).toList();
  }

  private Bookmark last() {
    return positions.get(positions.size() - 1);
  }

  @Test
  void theBookmarkIsTheLowWaterMark() {
    WindowRun run = run(Bookmark.NONE, window(0, 100, Turn.ANY), window(100, 200, Turn.ANY));
    SearchWindow early = windows(run).get(0);
    SearchWindow late = windows(run).get(1);

    run.apply(late, step(200, 190));
    assertThat(last().updatedAt()).contains(at(0));
    assertThat(last().unfinished())
        .contains(new Unfinished(UNTIL, Optional.of(at(190)), List.of(range(0, 100))));

    run.apply(early, step(60, 59));
    assertThat(last().updatedAt()).contains(at(60));

    run.apply(early, step(100, 99));
    assertThat(last()).isEqualTo(Bookmark.at(at(190)));
  }

  @Test
  void aGapStaysInTheBookmarkAndIsReportedOnce() {
    WindowRun run = run(Bookmark.NONE, window(0, 100, Turn.ANY));
    Gap gap = new Gap(range(40, 41), "not given");

    run.apply(windows(run).get(0), step(100, 99, gap));

    assertThat(last().updatedAt()).contains(at(40));
    assertThat(last().unfinished().orElseThrow().remaining()).containsExactly(range(40, 41));
    assertThat(statistics.failures()).containsExactly("not given");
  }

  @Test
  void aRangeThatIsCutIsReadInTwoParts() {
    WindowRun run = run(Bookmark.NONE, window(0, 100, Turn.ANY));
    SearchWindow first = windows(run).get(0);

    SearchWindow second = windows(run.apply(first, split(50))).get(0);
    assertThat(first.rest()).contains(range(0, 50));
    assertThat(second.rest()).contains(range(50, 100));

    run.apply(second, step(100, 90));
    assertThat(last().unfinished().orElseThrow().remaining()).containsExactly(range(0, 50));
    run.apply(first, step(50, 40));
    assertThat(last()).isEqualTo(Bookmark.at(at(90)));
  }

  @Test
  void windowsThatComeLastWaitForThoseThatComeFirst() {
    WindowRun run =
        run(
            Bookmark.NONE,
            window(50, 100, Turn.FIRST),
            window(0, 50, Turn.ANY),
            window(40, 60, Turn.LAST));
    assertThat(run.tasks()).hasSize(2);

    List<Task> next = run.apply(windows(run).get(0), step(100, 90));

    assertThat(windows(next))
        .extracting(SearchWindow::rest)
        .containsExactly(Optional.of(range(40, 60)));
  }

  /** In any order, a bookmark covers only what is written and never moves back. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void noOrderOfStepsMakesABookmarkClaimTooMuch(long seed) {
    Random random = new Random(seed);
    List<PlannedWindow> planned = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      planned.add(window(i * 100L, i * 100L + 100, Turn.ANY));
    }
    WindowRun run = run(Bookmark.NONE, planned.toArray(PlannedWindow[]::new));
    List<SearchWindow> open = new ArrayList<>(windows(run));
    List<TimeRange> gaps = new ArrayList<>();
    Instant reached = Instant.MIN;
    while (!open.isEmpty()) {
      Collections.shuffle(open, random);
      SearchWindow window = open.get(0);
      TimeRange rest = window.rest().orElseThrow();
      long from = Duration.between(START, rest.from()).toSeconds();
      long to = Duration.between(START, rest.to()).toSeconds();
      long readTo = from + 1 + random.nextInt((int) (to - from));
      if (random.nextInt(4) == 0 && to - from > 2) {
        Step cut =
            new Step(
                rest.from(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(at(from + 1)),
                OptionalLong.empty(),
                Duration.ZERO,
                Optional.empty(),
                List.of());
        open.addAll(windows(run.apply(window, cut)));
      } else if (random.nextInt(8) == 0) {
        gaps.add(range(from, from + 1));
        run.apply(window, step(readTo, readTo, new Gap(range(from, from + 1), "not given")));
      } else {
        run.apply(window, step(readTo, readTo));
      }
      open.removeIf(part -> part.rest().isEmpty());
      List<TimeRange> left = new ArrayList<>(gaps);
      open.forEach(part -> part.rest().ifPresent(left::add));
      Bookmark claimed = last();
      Instant low = left.stream().map(TimeRange::from).min(Instant::compareTo).orElse(UNTIL);
      assertThat(claimed.updatedAt().orElse(Instant.MIN)).isBeforeOrEqualTo(low);
      assertThat(claimed.unfinished().map(Unfinished::remaining).orElse(List.of()))
          .isEqualTo(TimeRange.merge(left));
      assertThat(claimed.updatedAt().orElse(Instant.MIN)).isAfterOrEqualTo(reached);
      reached = claimed.updatedAt().orElse(Instant.MIN);
    }
  }
}

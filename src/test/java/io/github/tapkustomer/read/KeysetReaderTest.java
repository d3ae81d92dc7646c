package io.github.tapkustomer.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.read.page.SearchPages;
import io.github.tapkustomer.record.page.PageSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetReaderTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final TimeRange DAY = new TimeRange(START, START.plusSeconds(86_400));

  private final ReadThrough reading = new ReadThrough();

  @Test
  void readsEachRecordOnce() {
    MovingSet set = spread(new MovingSet(), 95);

    read(set, 10, 100);

    assertThat(set.emitted()).hasSize(95).doesNotHaveDuplicates();
    assertThat(set.requests()).isEqualTo(11);
    assertThat(TimeRange.merge(reading.read())).containsExactly(DAY);
  }

  @Test
  void missesNothingIfRecordsMoveToTheEndWhileItReads() {
    MovingSet set = spread(new MovingSet(), 200);
    List<String> left = new ArrayList<>();
    Random random = new Random(5);
    set.beforeEach(
        () -> {
          for (int i = 0; i < 3; i++) {
            String id = id(random.nextInt(200));
            set.put(id, DAY.to().plusSeconds(1));
            left.add(id);
          }
        });

    read(set, 10, 100);

    List<String> stayed =
        new ArrayList<>(IntStream.range(0, 200).mapToObj(KeysetReaderTest::id).toList());
    stayed.removeAll(left);
    assertThat(set.emitted()).containsAll(stayed).doesNotHaveDuplicates();
  }

  @Test
  void readsTiesThatFillManyPages() {
    MovingSet set = spread(new MovingSet(), 30);
    for (int i = 0; i < 75; i++) {
      set.put("tie" + i, START.plusSeconds(15 * 60));
    }

    read(set, 10, 100);

    assertThat(set.emitted()).hasSize(105).doesNotHaveDuplicates();
  }

  @Test
  void readsTiesAgainIfOneOfThemLeftMeanwhile() {
    MovingSet set = new MovingSet();
    for (int i = 100; i < 180; i++) {
      set.put("tie" + i, START.plusSeconds(60));
    }
    int[] request = {0};
    set.beforeEach(
        () -> {
          if (++request[0] == 5) {
            set.remove("tie101");
          }
        });

    read(set, 10, 100);

    assertThat(set.emitted()).doesNotHaveDuplicates();
    assertThat(set.emitted()).hasSizeGreaterThanOrEqualTo(79);
    assertThat(set.emitted())
        .containsAll(IntStream.range(102, 180).mapToObj(i -> "tie" + i).toList());
  }

  @Test
  void reportsTiesBeyondTheLastPageAndContinuesAfterThem() {
    MovingSet set = spread(new MovingSet(), 20);
    for (int i = 0; i < 40; i++) {
      set.put("tie" + i, START.plusSeconds(5 * 60));
    }

    read(set, 5, 4);

    assertThat(reading.gaps())
        .extracting(Gap::range)
        .containsExactly(TimeRange.at(START.plusSeconds(5 * 60)));
    assertThat(reading.gaps().get(0).why()).startsWith("41 records share updated_at");
    assertThat(set.emitted())
        .containsAll(
            IntStream.range(0, 20).filter(i -> i != 5).mapToObj(KeysetReaderTest::id).toList());
  }

  @Test
  void readsASetThatDoesNotComeSorted() {
    MovingSet set = spread(new MovingSet(), 150);
    set.orderBy(Map.Entry.comparingByKey(Collections.reverseOrder()));

    read(set, 10, 4);

    assertThat(List.copyOf(new java.util.TreeSet<>(set.emitted()))).hasSize(150);
    assertThat(TimeRange.merge(reading.read())).containsExactly(DAY);
  }

  @Test
  void knowsHowManyPagesAreLeftOnlyIfTheApiCounts() {
    MovingSet set = spread(new MovingSet(), 95);
    SearchPages countless =
        (range, page, size, filter) ->
            set.read(range, page, size, filter).withTotal(OptionalLong.empty());

    assertThat(reader(set, 10, 100).step(DAY, (id, at) -> true).pagesLeft()).hasValue(9);
    Step uncounted = reader(countless, 10, 100).step(DAY, (id, at) -> true);
    assertThat(uncounted.readTo()).isBefore(DAY.to());
    assertThat(uncounted.pagesLeft()).isEmpty();
  }

  @Test
  void reportsTheNewestRecordAndHowMuchTimeAPageSpans() {
    MovingSet set = spread(new MovingSet(), 95);

    Step step = reader(set, 10, 100).step(DAY, (id, at) -> true);

    assertThat(step.newest()).contains(START.plusSeconds(9 * 60));
    assertThat(step.pageSpan()).isEqualTo(Duration.ofMinutes(9));
  }

  /** The API may cap its pages below what was asked for and count only what it gives. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void followsALinkWhateverTheTotalSays(boolean counts) {
    MovingSet set = spread(new MovingSet(), 95);
    SearchPages capped =
        (range, page, size, filter) -> {
          PageSummary summary = set.read(range, page, 10, filter);
          return summary.withTotal(
              counts ? OptionalLong.of(summary.records()) : OptionalLong.empty());
        };

    reading.read(reader(capped, 500, 100), DAY);

    assertThat(set.emitted()).hasSize(95).doesNotHaveDuplicates();
  }

  private void read(MovingSet set, int pageSize, int pages) {
    reading.read(reader(set, pageSize, pages), DAY);
  }

  private static KeysetReader reader(SearchPages pages, int pageSize, int mostPages) {
    SizedPages sized = new SizedPages("set", pages, pageSize);
    return new KeysetReader(sized, new PageNumberReader(sized, mostPages, DAY.to()));
  }

  private static MovingSet spread(MovingSet set, int count) {
    for (int i = 0; i < count; i++) {
      set.put(id(i), START.plusSeconds(60L * i));
    }
    return set;
  }

  private static String id(int i) {
    return "id%05d".formatted(i);
  }
}

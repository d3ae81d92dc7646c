package io.github.tapkustomer.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeysetReaderTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final TimeRange DAY = new TimeRange(START, START.plusSeconds(86_400));

  private final List<UnreachableTies> unreachable = new ArrayList<>();
  private final List<Instant> positions = new ArrayList<>();

  @Test
  void readsEachRecordOnce() {
    MovingSet set = spread(new MovingSet(10), 95);

    read(set, 10, 100);

    assertThat(set.emitted()).hasSize(95).doesNotHaveDuplicates();
    assertThat(set.requests()).isEqualTo(11);
    assertThat(positions).isSorted().last().isEqualTo(DAY.to());
  }

  @Test
  void missesNothingWhereRecordsMoveToTheEndWhileItReads() {
    MovingSet set = spread(new MovingSet(10), 200);
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
    MovingSet set = spread(new MovingSet(10), 30);
    for (int i = 0; i < 75; i++) {
      set.put("tie" + i, START.plusSeconds(15 * 60));
    }

    read(set, 10, 100);

    assertThat(set.emitted()).hasSize(105).doesNotHaveDuplicates();
  }

  @Test
  void readsTiesAgainWhereOneOfThemLeftMeanwhile() {
    MovingSet set = new MovingSet(10);
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
  void reportsTiesBeyondTheLastPageAndGoesOnBehindThem() {
    MovingSet set = spread(new MovingSet(5), 20);
    for (int i = 0; i < 40; i++) {
      set.put("tie" + i, START.plusSeconds(5 * 60));
    }

    read(set, 5, 4);

    assertThat(unreachable).hasSize(1);
    assertThat(unreachable.get(0).total()).isEqualTo(41);
    assertThat(unreachable.get(0).range().from()).isEqualTo(START.plusSeconds(5 * 60));
    assertThat(set.emitted())
        .containsAll(
            IntStream.range(0, 20).filter(i -> i != 5).mapToObj(KeysetReaderTest::id).toList());
  }

  @Test
  void readsASetThatDoesNotComeSorted() {
    MovingSet set = spread(new MovingSet(10), 150);
    set.orderBy(Map.Entry.comparingByKey(Collections.reverseOrder()));

    read(set, 10, 4);

    assertThat(List.copyOf(new java.util.TreeSet<>(set.emitted()))).hasSize(150);
    assertThat(positions).isSorted().last().isEqualTo(DAY.to());
  }

  @Test
  void readsEachPartOfASharedWindowOnce() {
    MovingSet set = spread(new MovingSet(10), 300);
    KeysetReader reader = new KeysetReader(set, new SearchLimits(10, 100));
    SearchWindow window = new SearchWindow(DAY);
    reader.step(window, listener(window));
    List<SearchWindow> later = window.share(2);

    later.forEach(part -> finish(reader, part));
    finish(reader, window);

    assertThat(set.emitted()).hasSize(300).doesNotHaveDuplicates();
    assertThat(set.requests()).isBetween(34, 38);
  }

  @Test
  void knowsHowManyPagesAreLeftOnlyWhereTheApiCounts() {
    MovingSet set = spread(new MovingSet(10), 95);
    SearchPages countless =
        (range, page, filter) -> set.read(range, page, filter).withTotal(OptionalLong.empty());
    SearchWindow counted = new SearchWindow(DAY);
    SearchWindow uncounted = new SearchWindow(DAY);
    assertThat(counted.pagesLeft()).isEmpty();

    new KeysetReader(set, new SearchLimits(10, 100)).step(counted, listener(counted));
    new KeysetReader(countless, new SearchLimits(10, 100)).step(uncounted, listener(uncounted));

    assertThat(counted.pagesLeft()).hasValue(9);
    assertThat(uncounted.remaining()).isPresent();
    assertThat(uncounted.pagesLeft()).isEmpty();
    assertThat(uncounted.share(3)).isEmpty();
  }

  @Test
  void sharesByTheDensitySeenNotByTheClock() {
    MovingSet set = new MovingSet(10);
    for (int i = 0; i < 200; i++) {
      set.put(id(i), START.plusSeconds(i));
    }
    KeysetReader reader = new KeysetReader(set, new SearchLimits(10, 100));
    SearchWindow window = new SearchWindow(DAY);
    reader.step(window, listener(window));

    SearchWindow later = window.share(1).get(0);

    assertThat(later.remaining().orElseThrow().from())
        .isBetween(START.plusSeconds(80), START.plusSeconds(120));
  }

  private void read(MovingSet set, int pageSize, int pages) {
    finish(new KeysetReader(set, new SearchLimits(pageSize, pages)), new SearchWindow(DAY));
  }

  private void finish(KeysetReader reader, SearchWindow window) {
    while (window.remaining().isPresent()) {
      reader.step(window, listener(window));
    }
  }

  private ReadingListener listener(SearchWindow window) {
    return new ReadingListener() {
      @Override
      public void moved() {
        positions.add(window.remaining().map(TimeRange::from).orElse(DAY.to()));
      }

      @Override
      public void unreachable(UnreachableTies ties) {
        unreachable.add(ties);
      }

      @Override
      public void refused(TimeRange range, String why) {
        throw new AssertionError(why);
      }
    };
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

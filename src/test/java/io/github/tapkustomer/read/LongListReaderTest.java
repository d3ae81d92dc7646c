package io.github.tapkustomer.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.read.page.ListPages;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.singer.ListPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All notes: a list of millions, in which people keep writing and deleting. */
class LongListReaderTest {
  private static final Instant OLD = Instant.parse("2020-01-01T00:00:00Z");
  private static final TimeRange HISTORY = new TimeRange(OLD, OLD.plusSeconds(100_000_000));
  private static final int SIZE = 10;

  private final List<Integer> list = new ArrayList<>();
  private final Set<Integer> emitted = new HashSet<>();
  private final Set<Integer> changed = new HashSet<>();
  private Runnable beforeEach = () -> {};
  private int requests;
  private int next = 1_000_000;

  private final ListPages pages =
      (pass, page, size, filter) -> {
        beforeEach.run();
        requests++;
        int from = Math.min(list.size(), (page - 1) * size);
        List<Integer> shown = list.subList(from, Math.min(list.size(), from + size));
        shown.forEach(
            id -> {
              if (filter.accept("n" + id, Optional.of(version(id)))) {
                emitted.add(id);
              }
            });
        boolean more = from + size < list.size();
        return new PageSummary(
            shown.size(),
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            0,
            true,
            OptionalLong.empty(),
            Optional.of(more),
            false);
      };

  private Instant version(int id) {
    return OLD.plusSeconds(id).plusMillis(changed.contains(id) ? 1 : 0);
  }

  private void fill(int notes) {
    for (int id = 0; id < notes; id++) {
      list.add(id);
    }
  }

  private LongListReader reader(Optional<ListPlace> place) {
    return new LongListReader("notes", pages, "", SIZE, place, new RecentIds(Instant.MAX));
  }

  /** Reads to the end, or so many steps. */
  private Step read(LongListReader reader, int steps) {
    Step step = reader.step(HISTORY, (id, at) -> true);
    for (int made = 1; made < steps && step.readTo().isBefore(HISTORY.to()); made++) {
      step = reader.step(HISTORY, (id, at) -> true);
    }
    return step;
  }

  @Test
  void readsAllOfItInTwiceItsPages() {
    fill(205);

    Step last = read(reader(Optional.empty()), Integer.MAX_VALUE);

    assertThat(emitted).hasSize(205);
    assertThat(requests).isLessThanOrEqualTo(2 * 21);
    assertThat(last.readTo()).isEqualTo(HISTORY.to());
    assertThat(last.newest()).contains(OLD.plusSeconds(204));
  }

  @Test
  void missesNothingWherePeopleWriteAndDelete() {
    for (long seed = 1; seed <= 300; seed++) {
      missesNothing(seed);
    }
  }

  private void missesNothing(long seed) {
    list.clear();
    emitted.clear();
    fill(400);
    Random random = new Random(seed);
    beforeEach =
        () -> {
          if (random.nextInt(8) == 0) {
            list.remove(random.nextInt(list.size()));
          }
          if (random.nextInt(8) == 0) {
            list.add(random.nextBoolean() ? 0 : list.size(), next++);
          }
        };

    read(reader(Optional.empty()), Integer.MAX_VALUE);

    Set<Integer> stayed = new HashSet<>(list);
    stayed.removeIf(id -> id >= 1_000_000);
    assertThat(emitted).as("seed %d", seed).containsAll(stayed);
  }

  @Test
  void readsPagesThatTheApiCapsInTwiceTheirNumber() {
    fill(205);
    LongListReader reader =
        new LongListReader(
            "notes",
            (pass, page, asked, filter) -> pages.read(pass, page, Math.min(asked, SIZE), filter),
            "",
            5 * SIZE,
            Optional.empty(),
            new RecentIds(Instant.MAX));

    read(reader, Integer.MAX_VALUE);

    assertThat(emitted).hasSize(205);
    assertThat(requests).isLessThanOrEqualTo(2 * 21);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 40, 200})
  void findsItsPlaceAgainInTheNextRun(int changes) {
    fill(1_000);
    Step stopped = read(reader(Optional.empty()), 50);
    for (int i = 0; i < changes; i++) {
      list.add(0, next++);
    }
    for (int i = 0; i < changes / 2; i++) {
      list.remove(Integer.valueOf(i));
    }
    requests = 0;

    read(reader(stopped.place()), Integer.MAX_VALUE);

    Set<Integer> expected = new HashSet<>(list);
    expected.removeIf(id -> id >= 1_000_000);
    assertThat(emitted).containsAll(expected);
    assertThat(requests).as("not read from its start again").isLessThan(160);
  }

  /** The line between search and list moves on, also while nobody reads. */
  @Test
  void readsFromTheStartWhatGrewOldSinceItWasInterrupted() {
    fill(1_000);
    TimeRange earlier = new TimeRange(OLD, OLD.plusSeconds(100));
    LongListReader stopped = reader(Optional.empty());
    Step step = stopped.step(earlier, (id, at) -> true);
    for (int made = 1; made < 50; made++) {
      step = stopped.step(earlier, (id, at) -> true);
    }

    LongListReader reader = reader(step.place());
    TimeRange rest = HISTORY;
    for (Instant to = OLD; to.isBefore(HISTORY.to()); rest = new TimeRange(to, HISTORY.to())) {
      to = reader.step(rest, (id, at) -> true).readTo();
      if (!to.isBefore(HISTORY.to())) {
        break;
      }
    }

    assertThat(emitted).containsAll(list);
  }

  /** A list sorted by time moves what changes to its end, a page that was never read. */
  @Test
  void doesNotTakeWhereAChangedRecordIsForItsPlace() {
    fill(1_000);
    Step stopped = read(reader(Optional.empty()), 50);
    for (String known : stopped.place().orElseThrow().records().keySet()) {
      Integer id = Integer.valueOf(known.substring(1));
      list.remove(id);
      list.add(600, id);
      changed.add(id);
    }

    read(reader(stopped.place()), Integer.MAX_VALUE);

    assertThat(emitted).containsAll(list);
  }

  @Test
  void beginsAgainWhereItsPlaceIsGone() {
    fill(1_000);
    Step stopped = read(reader(Optional.empty()), 50);
    list.removeIf(id -> id < 600);

    read(reader(stopped.place()), Integer.MAX_VALUE);

    assertThat(emitted).containsAll(list);
  }

  @Test
  void remembersNoMoreThanAFewPages() {
    RecentPages recent = new RecentPages();
    for (int page = 0; page < 5; page++) {
      recent.begin();
      recent.add("n" + page, OLD);
    }

    assertThat(recent.earlierHave("n0", OLD)).isFalse();
    assertThat(recent.earlierHave("n1", OLD)).isTrue();
    assertThat(recent.earlierHave("n1", OLD.plusSeconds(1))).as("another version").isFalse();
    assertThat(recent.newestHas("n4", OLD)).isTrue();
  }

  @Test
  void leavesOutWhatTheRangeDoesNotHold() {
    fill(100);
    TimeRange some = new TimeRange(OLD.plusSeconds(20), OLD.plusSeconds(30));
    LongListReader reader = reader(Optional.empty());
    while (reader.step(some, (id, at) -> true).readTo().isBefore(some.to())) {
      assertThat(requests).isLessThan(50);
    }

    assertThat(emitted).hasSize(10).allMatch(id -> id >= 20 && id < 30);
  }
}

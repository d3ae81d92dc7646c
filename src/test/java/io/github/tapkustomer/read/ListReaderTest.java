package io.github.tapkustomer.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.read.ListStep.Progress;
import io.github.tapkustomer.read.page.ListPages;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.RecordFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ListReaderTest {
  private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant BEGAN = DAY.plusSeconds(1_000);
  private static final List<String> ONE_PASS = List.of("");

  private final List<String> emitted = new ArrayList<>();
  private int requests;
  private boolean exactly;

  @Test
  void readsToTheTotal() {
    Optional<Instant> latest = read(list(25, 10, true), Instant.EPOCH);

    assertThat(emitted).hasSize(25).doesNotHaveDuplicates();
    assertThat(requests).isEqualTo(3);
    assertThat(latest).contains(DAY.plusSeconds(24));
  }

  @Test
  void readsTwiceToTheFirstShortPageWithoutATotal() {
    read(list(25, 10, false), Instant.EPOCH);

    assertThat(emitted).hasSize(25);
    assertThat(requests).isEqualTo(6);
  }

  @Test
  void leavesOutWhatIsOlderThanTheBookmark() {
    Optional<Instant> latest = read(list(25, 10, true), DAY.plusSeconds(20));

    assertThat(emitted).containsExactly("20", "21", "22", "23", "24");
    assertThat(latest).contains(DAY.plusSeconds(24));
  }

  @Test
  void doesNotMoveTheBookmarkToARecordThatWasLeftOut() {
    Optional<Instant> latest = read(list(25, 10, true), DAY.plusSeconds(25));

    assertThat(emitted).isEmpty();
    assertThat(latest).isEmpty();
  }

  @Test
  void leavesOutWhatIsTooLateAndDoesNotMoveTheBookmarkThere() {
    Optional<Instant> latest =
        read(list(25, 10, true), ONE_PASS, Instant.EPOCH, Optional.of(DAY.plusSeconds(5))).newest();

    assertThat(emitted).containsExactly("0", "1", "2", "3", "4");
    assertThat(latest).contains(DAY.plusSeconds(4));
  }

  @Test
  void beginsAgainIfARecordSlippedToAPageThatWasReadBefore() {
    List<Integer> ids = new ArrayList<>(numbers(25));
    ListPages pages =
        (pass, page, size, filter) -> {
          if (++requests == 2) {
            ids.remove(0);
          }
          return page(ids, page, 10, OptionalLong.of(ids.size()), filter);
        };

    read(pages, Instant.EPOCH);

    assertThat(emitted).contains("10").hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void findsWhatSlippedToAPageThatWasReadBeforeWithoutATotal() {
    List<Integer> ids = new ArrayList<>(numbers(25));
    ListPages pages =
        (pass, page, size, filter) -> {
          if (++requests == 2) {
            ids.remove(0);
          }
          return page(ids, page, 10, OptionalLong.empty(), filter);
        };

    read(pages, ONE_PASS, Instant.EPOCH, Optional.empty());

    assertThat(emitted).contains("10").hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void findsWhatCameToTheFrontMeanwhile() {
    List<Integer> newestFirst = new ArrayList<>(numbers(25));
    ListPages pages =
        (pass, page, size, filter) -> {
          if (++requests == 2) {
            newestFirst.add(0, 99);
          }
          return page(newestFirst, page, 10, OptionalLong.of(newestFirst.size()), filter);
        };

    read(pages, Instant.EPOCH);

    assertThat(emitted).contains("99").hasSize(26).doesNotHaveDuplicates();
    assertThat(requests).isEqualTo(6);
  }

  /** Pages of 7 and of 6 records both end at 42, where both readings could miss the same record. */
  @Test
  void endsItsPagesElsewhereThanTheFirstReading() {
    List<Integer> behind = numbers(44);
    List<Integer> current = behind.subList(1, 44);
    ListPages pages =
        (pass, page, size, filter) -> {
          List<Integer> shown = page * size <= 42 ? behind : current;
          return page(shown, page, size, OptionalLong.of(shown.size()), filter);
        };

    ListReader reader =
        new ListReader("tags", pages, ONE_PASS, 7, Instant.EPOCH, Optional.empty(), BEGAN, false);
    while (reader.step().progress() == Progress.GOES_ON) {
      assertThat(emitted).hasSizeLessThan(45);
    }

    assertThat(emitted).contains("42").hasSize(44).doesNotHaveDuplicates();
  }

  /** The second reading has overlapping pages: an entry can change from one to the next. */
  @Test
  void isCertainOfAListInWhichAnEntryChangesBetweenTwoPagesThatHaveIt() {
    Map<String, Integer> times = new HashMap<>();
    ListPages pages =
        (pass, page, size, filter) -> {
          RecordFilter changing =
              (id, at) -> {
                boolean again = size < 7 && times.merge(id, 1, Integer::sum) > 1;
                return filter.accept(id, again ? Optional.of(BEGAN) : at);
              };
          return page(numbers(44), page, size, OptionalLong.empty(), changing);
        };
    ListReader reader =
        new ListReader("tags", pages, ONE_PASS, 7, Instant.EPOCH, Optional.empty(), BEGAN, false);
    ListStep step = reader.step();
    while (step.progress() == Progress.GOES_ON) {
      step = reader.step();
    }

    assertThat(times.values()).as("times in the second reading").contains(2);
    assertThat(step.progress()).isEqualTo(Progress.WHOLE);
  }

  /** A new entry hides a missed one if it is taken for an entry that was there before. */
  @Test
  void doesNotCountOpenRecordsThatCameMeanwhile() {
    List<Integer> ids = new ArrayList<>(numbers(25));
    ListPages pages =
        (pass, page, size, filter) -> {
          if (++requests == 2) {
            ids.remove(0);
            ids.add(2_000);
          }
          RecordFilter open =
              (id, at) -> id.equals("2000") ? filter.acceptOpen(id, at) : filter.accept(id, at);
          return page(ids, page, size, OptionalLong.of(25), open);
        };

    read(pages, ONE_PASS, Instant.EPOCH, Optional.empty());

    assertThat(emitted).contains("10", "2000").hasSize(26).doesNotHaveDuplicates();
  }

  @Test
  void readsToTheEndIfAnswersDifferInTheirTotal() {
    ListPages pages =
        (pass, page, size, filter) ->
            page(numbers(30), page, 10, OptionalLong.of(++requests % 2 == 0 ? 30 : 31), filter);

    read(pages, ONE_PASS, Instant.EPOCH, Optional.empty());

    assertThat(emitted).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void keepsATotalThatOnlyTheFirstPageHas() {
    ListPages pages =
        (pass, page, size, filter) -> {
          requests++;
          OptionalLong total = page == 1 ? OptionalLong.of(30) : OptionalLong.empty();
          return page(numbers(30), page, 10, total, filter);
        };

    read(pages, Instant.EPOCH);

    assertThat(emitted).hasSize(30).doesNotHaveDuplicates();
    assertThat(requests).isEqualTo(3);
  }

  /** The bookmark stays, so the next run reads again what may have been missed. */
  @Test
  void isUncertainOfAListThatLosesEntriesInBothReadings() {
    List<Integer> ids = new ArrayList<>(numbers(250));
    ListPages pages =
        (pass, page, size, filter) -> {
          requests++;
          ids.remove(0);
          return page(ids, page, 10, OptionalLong.of(ids.size()), filter);
        };

    ListStep last = read(pages, ONE_PASS, Instant.EPOCH, Optional.empty());

    assertThat(last.progress()).isEqualTo(Progress.UNCERTAIN);
    assertThat(requests).isLessThanOrEqualTo(50);
  }

  /**
   * If one entry leaves and another comes, the total stays and hides what slipped between pages.
   */
  @Test
  void doesNotBelieveATotalThatAnEntryLeftAndAnotherJoined() {
    List<Integer> ids = new ArrayList<>(numbers(25));
    ListPages pages =
        (pass, page, size, filter) -> {
          if (++requests == 2) {
            ids.remove(0);
            ids.add(5_000);
          }
          return page(ids, page, 10, OptionalLong.of(ids.size()), filter);
        };

    read(pages, ONE_PASS, Instant.EPOCH, Optional.empty());

    assertThat(emitted).contains("10").doesNotHaveDuplicates();
  }

  /** Otherwise such a stream and its bookmark would be stuck forever. */
  @Test
  void isCertainOfAListThatGrowsWithoutATotal() {
    List<Integer> ids = new ArrayList<>(numbers(25));
    ListPages pages =
        (pass, page, size, filter) -> {
          ids.add(2_000 + requests++);
          return page(ids, page, 10, OptionalLong.empty(), filter);
        };

    read(pages, Instant.EPOCH);

    assertThat(emitted).hasSizeGreaterThanOrEqualTo(25).doesNotHaveDuplicates();
  }

  @Test
  void continuesAfterATotalThatCountsOnlyThePage() {
    ListPages pages =
        (pass, page, size, filter) -> {
          requests++;
          return page(numbers(25), page, 10, OptionalLong.of(page == 3 ? 5 : 10), filter);
        };

    read(pages, Instant.EPOCH);

    assertThat(emitted).hasSize(25).doesNotHaveDuplicates();
    assertThat(requests).isLessThanOrEqualTo(6);
  }

  @Test
  void continuesAfterPagesThatAreSmallerThanRequested() {
    ListPages pages =
        (pass, page, size, filter) -> {
          requests++;
          return page(numbers(25), page, 5, OptionalLong.empty(), filter).withMore(page < 5);
        };

    read(pages, Instant.EPOCH);

    assertThat(emitted).hasSize(25).doesNotHaveDuplicates();
  }

  /** A replica that lags behind must not undo what a fresh one gave. */
  @Test
  void neverPassesAnOlderVersionAfterANewerOne() {
    List<Instant> versions = List.of(DAY.plusSeconds(2), DAY.plusSeconds(1), DAY.plusSeconds(3));
    List<Instant> given = new ArrayList<>();
    NewVersions filter = new NewVersions(Instant.EPOCH, Optional.empty());

    versions.stream()
        .filter(version -> filter.accept("a", Optional.of(version)))
        .forEach(given::add);

    assertThat(given).containsExactly(DAY.plusSeconds(2), DAY.plusSeconds(3));
  }

  /** Such as SLAs, which stand beside their versions. */
  @Test
  void goesOnAfterPagesOfObjectsThatNoRecordsComeWith() {
    ListPages pages =
        (pass, page, size, filter) -> {
          List<Integer> records = page < 4 ? List.of() : List.of(page);
          page(records, 1, size, OptionalLong.empty(), filter);
          return page(numbers(50), page, 10, OptionalLong.empty(), (id, at) -> false)
              .withMore(page < 5);
        };

    read(pages, Instant.EPOCH);

    assertThat(emitted).containsExactly("4", "5");
  }

  @Test
  void endsIfPagesGoInACircle() {
    ListPages pages =
        (pass, page, size, filter) -> {
          requests++;
          return page(numbers(10), 1, 10, OptionalLong.empty(), filter);
        };

    read(pages, Instant.EPOCH);

    assertThat(emitted).hasSize(10);
    assertThat(requests).isEqualTo(6);
  }

  @Test
  void readsEachPassToItsEnd() {
    Map<String, List<Integer>> passes =
        Map.of("deleted=false", numbers(12), "deleted=true", numbers(30).subList(20, 30));
    ListPages pages =
        (pass, page, size, filter) ->
            page(passes.get(pass), page, 10, OptionalLong.empty(), filter);

    read(pages, List.of("deleted=false", "deleted=true"), Instant.EPOCH, Optional.empty());

    assertThat(emitted).hasSize(22);
  }

  @Test
  void knowsThatNothingIsMissingOnlyOfAListThatIsProvedToTheLastRecord() {
    exactly = true;

    assertThat(isExact(list(25, 10, true))).as("a total that all pages tell").isTrue();
    assertThat(isExact(list(25, 10, false))).as("two readings alike").isTrue();
    assertThat(isExact(list(3, 10, false))).as("one page").isTrue();
    assertThat(isExact(withTotal(list(25, 10, false), 26))).as("one less than told").isFalse();
    exactly = false;
    assertThat(isExact(list(25, 10, true))).as("nobody asked").isFalse();
  }

  @Test
  void takesAListForEmptyOnlyIfItSaysSoTwice() {
    exactly = true;

    assertThat(isExact(list(0, 10, true))).isTrue();
    assertThat(requests).isEqualTo(2);
    assertThat(isExact(list(0, 10, false))).as("without a total").isFalse();
    AtomicInteger left = new AtomicInteger(1);
    ListPages fillsUp =
        (pass, page, size, filter) ->
            list(left.getAndDecrement() > 0 ? 0 : 3, size, true).read(pass, page, size, filter);
    assertThat(isExact(fillsUp)).as("three entries in the second reading").isTrue();
    assertThat(emitted).hasSize(3);
  }

  @Test
  void isNotCertainOfWhatChangedWhileItWasRead() {
    exactly = true;
    ListPages changed =
        (pass, page, size, filter) -> {
          filter.accept("x", Optional.of(BEGAN.plusSeconds(1)));
          return list(25, size, false).read(pass, page, size, filter);
        };

    assertThat(isExact(changed)).isFalse();
  }

  private static ListPages withTotal(ListPages pages, long total) {
    return (pass, page, size, filter) ->
        pages.read(pass, page, size, filter).withTotal(OptionalLong.of(total));
  }

  private boolean isExact(ListPages pages) {
    requests = 0;
    return read(pages, ONE_PASS, Instant.MIN, Optional.empty()).nothingIsMissing();
  }

  private Optional<Instant> read(ListPages pages, Instant since) {
    ListStep last = read(pages, ONE_PASS, since, Optional.empty());
    assertThat(last.progress()).isEqualTo(Progress.WHOLE);
    return last.newest();
  }

  private ListStep read(
      ListPages pages, List<String> passes, Instant since, Optional<Instant> end) {
    ListReader reader = new ListReader("tags", pages, passes, 10, since, end, BEGAN, exactly);
    ListStep step = reader.step();
    while (step.progress() == Progress.GOES_ON) {
      step = reader.step();
    }
    return step;
  }

  private ListPages list(int count, int pageSize, boolean total) {
    return (pass, page, size, filter) -> {
      requests++;
      OptionalLong all = total ? OptionalLong.of(count) : OptionalLong.empty();
      return page(numbers(count), page, pageSize, all, filter);
    };
  }

  private static List<Integer> numbers(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  private PageSummary page(
      List<Integer> ids, int number, int pageSize, OptionalLong total, RecordFilter filter) {
    int from = Math.min(ids.size(), (number - 1) * pageSize);
    List<Integer> shown = ids.subList(from, Math.min(ids.size(), from + pageSize));
    for (int id : shown) {
      if (filter.accept(String.valueOf(id), Optional.of(DAY.plusSeconds(id)))) {
        emitted.add(String.valueOf(id));
      }
    }
    return new PageSummary(
        shown.size(),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        0,
        true,
        total,
        Optional.empty(),
        false);
  }
}

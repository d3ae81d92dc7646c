package io.github.tapkustomer.read;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.read.page.ListPages;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.RecordFilter;
import io.github.tapkustomer.singer.ListPlace;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a time range out of a list of millions, such as all notes. It keeps only a few pages in
 * memory, and its place for the next run. When an entry leaves, the next page's first one moves to
 * the page before; so after each page it reads one that overlaps its beginning and has entries of
 * both sides: nothing lies between them. One reader reads one list, step after step.
 */
public final class LongListReader implements WindowReader {
  private static final Logger LOG = LoggerFactory.getLogger(LongListReader.class);

  /** To join a page to those before; an API that ignores the size asked for never lets it. */
  private static final int MOST_ATTEMPTS = 3;

  /** How many pages to either side of the place are searched for it in the next run. */
  private static final int PAGES_SEARCHED = 50;

  private final String stream;
  private final ListPages pages;
  private final String pass;
  private int fullSize;
  private final Optional<ListPlace> interrupted;
  private final RecentIds recentlyChanged;
  private final RecentPages recent = new RecentPages();
  private int size;
  private int page;
  private Instant until = Instant.MAX;

  /**
   * A reader of one list.
   *
   * @param interrupted how far an earlier run came
   * @param recentlyChanged records that were passed on in a newer version already
   */
  public LongListReader(
      String stream,
      ListPages pages,
      String pass,
      int size,
      Optional<ListPlace> interrupted,
      RecentIds recentlyChanged) {
    this.stream = requireNonNull(stream, "stream");
    this.pages = requireNonNull(pages, "pages");
    this.pass = requireNonNull(pass, "pass");
    this.fullSize = size;
    this.size = size;
    this.interrupted = requireNonNull(interrupted, "interrupted");
    this.recentlyChanged = requireNonNull(recentlyChanged, "recentlyChanged");
  }

  /** Reads a page, and makes sure that nothing lies between it and those before. */
  @Override
  public synchronized Step step(TimeRange rest, RecordFilter seen) {
    if (page == 0) {
      until = rest.to();
      page = interrupted.flatMap(place -> resume(place, rest)).orElse(1);
    }
    boolean isFirst = recent.isEmpty();
    Reading reading = new Reading(new TimeRange(rest.from(), until));
    recent.begin();
    PageSummary summary;
    try {
      summary = reading.read(page, size);
    } catch (ApiException refused) {
      recent.takeBack();
      shrink(refused);
      return Step.to(rest.from());
    }
    boolean goesOn = goesOn(summary);
    if (!isFirst) {
      join(reading);
    } else if (goesOn && summary.records() < size) {
      // The API has a largest page of its own, by which it counts.
      size = summary.records();
      fullSize = size;
    }
    if (!goesOn) {
      Step step = Step.to(until).withNewest(reading.newest);
      page = 1;
      until = rest.to();
      recent.clear();
      return step;
    }
    page++;
    return Step.to(rest.from()).withNewest(reading.newest).withPlace(place());
  }

  /** Continues at a place. It does not count for what has grown old since: that is read next. */
  private Optional<Integer> resume(ListPlace place, TimeRange rest) {
    fullSize = Math.min(fullSize, place.size());
    size = fullSize;
    Optional<TimeRange> covered = rest.before(place.until());
    Optional<Integer> found = covered.flatMap(range -> find(place));
    found.ifPresent(at -> until = covered.orElseThrow().to());
    return found;
  }

  /** Reads the page before as well, and further back while nothing there was read before. */
  private void join(Reading reading) {
    reading.endPage();
    Optional<PageAround> around = PageAround.of((long) (page - 1) * size, size);
    int attempts = around.isPresent() ? MOST_ATTEMPTS : 1;
    for (int i = 0; i < attempts && !reading.isJoined; i++) {
      around.ifPresent(reading::join);
      if (!reading.isJoined) {
        reading.goBack();
      }
    }
  }

  /** Continues at the same entry with pages of half the size. */
  private void shrink(ApiException refused) {
    int smaller = SizedPages.smaller(stream, size, refused);
    page = (page - 1) * (size / smaller) + 1;
    size = smaller;
  }

  private boolean goesOn(PageSummary summary) {
    return summary.records() > 0
        && (summary.more().orElse(summary.records() >= size)
            || (page - 1L) * size + summary.records() < summary.total().orElse(0));
  }

  /** Empty if the latest pages had nothing by which to find the place again. */
  private Optional<ListPlace> place() {
    int next = Math.max(2, (page - 1) * size / fullSize + 1);
    return ListPlace.of(next, fullSize, recent.someRecords(), until);
  }

  /** Entries come and go between two runs, so the place is wherever the remembered ones are now. */
  private Optional<Integer> find(ListPlace place) {
    int expected = place.page() - 1;
    Optional<Integer> found =
        IntStream.rangeClosed(0, PAGES_SEARCHED)
            .flatMap(away -> IntStream.of(expected - away, expected + away).distinct())
            .filter(candidate -> candidate > 0 && holds(candidate, place))
            .boxed()
            .findFirst();
    if (found.isEmpty()) {
      LOG.warn(
          "{}: the place where the last run stopped was not found; reading the list from its start",
          stream);
    }
    return found;
  }

  private boolean holds(int candidate, ListPlace place) {
    boolean[] found = {false};
    pages.read(
        pass,
        candidate,
        size,
        (id, at) -> {
          found[0] |= id != null && at.filter(time -> place.has(id, time)).isPresent();
          return false;
        });
    return found[0];
  }

  /** A page and what joins it to those before; passes what is in the range and new. */
  private final class Reading implements RecordFilter {
    private final TimeRange range;
    private final Set<String> ofPage = new HashSet<>();
    private final Set<String> before = new HashSet<>();
    private Optional<Instant> newest = Optional.empty();
    private boolean touchesPage;
    private boolean touchesBefore;
    private boolean isJoined;

    Reading(TimeRange range) {
      this.range = range;
    }

    PageSummary read(int number, int asked) {
      touchesPage = false;
      touchesBefore = false;
      return pages.read(pass, number, asked, this);
    }

    /** What was read so far is the page. */
    void endPage() {
      ofPage.addAll(recent.newest());
      isJoined = touchesBefore;
    }

    void join(PageAround around) {
      PageSummary read = read(around.page(), around.size());
      boolean isEnd = !read.more().orElse(read.records() >= around.size());
      isJoined = touchesBefore && (touchesPage || isEnd);
    }

    /** Reads pages before until one has something that was read before. */
    void goBack() {
      touchesBefore = false;
      int last = Math.max(1, page - PAGES_SEARCHED);
      for (int number = page - 1; number >= last && !touchesBefore; number--) {
        read(number, size);
      }
      before.addAll(recent.newest());
      before.removeAll(ofPage);
    }

    @Override
    public boolean accept(@Nullable String id, Optional<Instant> updatedAt) {
      if (id == null) {
        return true;
      }
      Instant version = updatedAt.orElse(Instant.MIN);
      if (isKnown(id, version)) {
        return false;
      }
      recent.add(id, version);
      if (updatedAt.filter(at -> !range.contains(at)).isPresent() || recentlyChanged.contains(id)) {
        return false;
      }
      newest = Step.later(newest, updatedAt);
      return true;
    }

    private boolean isKnown(String id, Instant version) {
      if (recent.newestHas(id, version)) {
        touchesPage |= ofPage.contains(id);
        touchesBefore |= before.contains(id);
        return true;
      }
      boolean known = recent.earlierHave(id, version);
      touchesBefore |= known;
      return known;
    }
  }
}

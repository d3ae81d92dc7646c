package io.github.tapkustomer.sync;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.Quota;
import io.github.tapkustomer.paging.KeysetReader;
import io.github.tapkustomer.paging.ReadingListener;
import io.github.tapkustomer.paging.SearchWindow;
import io.github.tapkustomer.paging.UnreachableTies;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.RecordPlan;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A search stream during a sync: its windows, and the bookmark that follows from them. Everything
 * before the first unfinished window is out; what is finished beyond it is told apart, so that a
 * resumed run does not read it again.
 */
final class SearchRun implements StreamRun {
  private final RecordPlan plan;
  private final KeysetReader reader;
  private final StreamStatistics statistics;
  private final StreamEvents events;
  private final Bookmark before;
  private final Instant until;
  private final SplitPolicy splits;
  private final List<SearchWindow> windows = new ArrayList<>();
  private final List<TimeRange> unreachable = new ArrayList<>();
  private Optional<Instant> newest;

  /**
   * A stream that is about to be read.
   *
   * @param before its bookmark in the state
   * @param ranges what it has to read, all before {@code until}
   */
  SearchRun(
      RecordPlan plan,
      KeysetReader reader,
      StreamStatistics statistics,
      StreamEvents events,
      Bookmark before,
      List<TimeRange> ranges,
      Instant until,
      SplitPolicy splits) {
    this.plan = plan;
    this.reader = reader;
    this.statistics = statistics;
    this.events = events;
    this.before = before;
    this.until = until;
    this.splits = splits;
    this.newest = before.updatedAt();
    ranges.forEach(range -> windows.add(new SearchWindow(range)));
  }

  @Override
  public RecordPlan plan() {
    return plan;
  }

  @Override
  public Quota quota() {
    return Quota.SEARCH;
  }

  @Override
  public StreamStatistics statistics() {
    return statistics;
  }

  @Override
  public synchronized List<Piece> pieces() {
    return windows.stream().<Piece>map(WindowPiece::new).toList();
  }

  /** Notes the newest record seen, beyond which no bookmark goes. */
  synchronized void read(PageSummary page) {
    page.last().ifPresent(last -> newest = later(newest, last));
    splits.read(page);
  }

  @Override
  public synchronized void finished(Piece piece) {
    windows.removeIf(window -> window.remaining().isEmpty());
    events.moved(this);
  }

  @Override
  public synchronized Bookmark bookmark() {
    List<TimeRange> remaining = new ArrayList<>(unreachable);
    windows.forEach(window -> window.remaining().ifPresent(remaining::add));
    if (remaining.isEmpty()) {
      return newest.map(Bookmark::at).orElse(before);
    }
    List<TimeRange> ranges = ReadingRanges.merge(remaining);
    Instant low = ranges.get(0).from();
    Optional<Instant> updatedAt = newest.map(at -> at.isBefore(low) ? at : low);
    if (before.updatedAt().isPresent()) {
      updatedAt = Optional.of(later(updatedAt, before.updatedAt().get()).orElseThrow());
    }
    return new Bookmark(updatedAt, Optional.of(new Unfinished(until, ranges)));
  }

  private synchronized void moved() {
    events.moved(this);
  }

  private synchronized void unreachable(UnreachableTies ties) {
    unreachable.add(ties.range());
    statistics.failed(ties.toString());
  }

  private synchronized Optional<Piece> split(SearchWindow window) {
    if (!splits.allows(window)) {
      return Optional.empty();
    }
    Optional<SearchWindow> later = window.split();
    later.ifPresent(windows::add);
    return later.map(WindowPiece::new);
  }

  private static Optional<Instant> later(Optional<Instant> one, Instant other) {
    return Optional.of(one.isPresent() && one.get().isAfter(other) ? one.get() : other);
  }

  private final class WindowPiece implements Piece, ReadingListener {
    private final SearchWindow window;

    WindowPiece(SearchWindow window) {
      this.window = window;
    }

    @Override
    public StreamRun stream() {
      return SearchRun.this;
    }

    @Override
    public boolean step() {
      reader.step(window, this);
      return window.remaining().isPresent();
    }

    @Override
    public Optional<Piece> split() {
      return SearchRun.this.split(window);
    }

    @Override
    public void moved() {
      SearchRun.this.moved();
    }

    @Override
    public void unreachable(UnreachableTies ties) {
      SearchRun.this.unreachable(ties);
    }
  }
}

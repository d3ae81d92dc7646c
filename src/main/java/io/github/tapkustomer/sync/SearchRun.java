package io.github.tapkustomer.sync;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.Quota;
import io.github.tapkustomer.paging.ReadingListener;
import io.github.tapkustomer.paging.SearchWindow;
import io.github.tapkustomer.paging.UnreachableTies;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.sync.SearchPart.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** A search stream during a sync: its windows, and the bookmark that follows from them. */
final class SearchRun implements StreamRun {
  private final RecordFormat plan;
  private final Quota quota;
  private final StreamStatistics statistics;
  private final StreamEvents events;
  private final SearchPosition position;
  private final SplitPolicy splits;
  private final CountProof proof;
  private final List<SearchPart> parts;
  private final long whole;

  /**
   * A stream that is about to be read.
   *
   * @param before its bookmark in the state
   * @param parts what it has to read, all before {@code until}
   */
  SearchRun(
      RecordFormat plan,
      Quota quota,
      StreamStatistics statistics,
      StreamEvents events,
      Bookmark before,
      List<SearchPart> parts,
      Instant until,
      SplitPolicy splits,
      CountProof proof) {
    this.plan = plan;
    this.quota = quota;
    this.statistics = statistics;
    this.events = events;
    this.position = new SearchPosition(before, until);
    this.splits = splits;
    this.proof = proof;
    this.parts = new ArrayList<>(parts);
    this.whole = millisLeft();
  }

  @Override
  public RecordFormat plan() {
    return plan;
  }

  @Override
  public Quota quota() {
    return quota;
  }

  @Override
  public StreamStatistics statistics() {
    return statistics;
  }

  @Override
  public synchronized List<Piece> pieces() {
    return pieces(part -> isFirstThrough() || part.turn() != Turn.LAST);
  }

  private List<Piece> pieces(Predicate<SearchPart> wanted) {
    return parts.stream().filter(wanted).<Piece>map(WindowPiece::new).toList();
  }

  private boolean isFirstThrough() {
    return parts.stream().noneMatch(part -> part.turn() == Turn.FIRST);
  }

  /** Notes how far the stream has come; a list also gives what was updated before its time. */
  synchronized void read(PageSummary page, Instant since) {
    page.last().filter(last -> !last.isBefore(since)).ifPresent(position::seen);
    splits.read(page);
  }

  @Override
  public synchronized List<Piece> finished(Piece piece) {
    boolean waiting = !isFirstThrough();
    parts.removeIf(part -> part.window().remaining().isEmpty());
    events.moved(this);
    if (waiting && isFirstThrough() && !parts.isEmpty()) {
      return pieces(part -> part.turn() == Turn.LAST);
    }
    if (!parts.isEmpty()) {
      return countsAhead();
    }
    return position.isWhole() ? proving() : List.of();
  }

  @Override
  public Optional<ApiCount> apiCount() {
    return proof.result();
  }

  private List<Piece> proving() {
    CountProof.Need need = proof.need();
    List<Piece> pieces = new ArrayList<>(counts(need.count()));
    for (CountedRange range : need.read()) {
      SearchPart part = range.part();
      parts.add(part);
      pieces.add(new WindowPiece(part));
    }
    return pieces;
  }

  /** Once nothing but last pages is left, the count is asked for beside them. */
  private List<Piece> countsAhead() {
    boolean lastPages =
        parts.stream().allMatch(part -> part.window().pagesLeft().orElse(Long.MAX_VALUE) <= 1);
    return lastPages ? counts(proof.ahead()) : List.of();
  }

  private List<Piece> counts(List<CountedRange> ranges) {
    return ranges.stream().<Piece>map(range -> new CountPiece(this, proof, range)).toList();
  }

  @Override
  public synchronized Bookmark bookmark() {
    return position.bookmark(left());
  }

  private List<TimeRange> left() {
    return parts.stream().flatMap(part -> part.window().remaining().stream()).toList();
  }

  @Override
  public synchronized OptionalDouble shareDone() {
    return OptionalDouble.of(whole == 0 ? 1 : Math.max(0, 1 - millisLeft() / (double) whole));
  }

  private long millisLeft() {
    return left().stream()
        .mapToLong(range -> Duration.between(range.from(), range.to()).toMillis())
        .sum();
  }

  private synchronized void moved() {
    events.moved(this);
  }

  /** Not all of this range could be read; the next run reads it again. */
  synchronized void unread(TimeRange range, String why) {
    position.unread(range);
    statistics.failed(why);
  }

  private synchronized List<Piece> share(SearchPart part, int workers) {
    List<SearchWindow> given =
        splits.allowsSharing() ? part.window().share(workers) : List.<SearchWindow>of();
    List<SearchPart> later =
        given.stream().map(window -> new SearchPart(window, part.reader(), part.turn())).toList();
    parts.addAll(later);
    return later.isEmpty() ? countsAhead() : later.stream().<Piece>map(WindowPiece::new).toList();
  }

  private final class WindowPiece implements Piece, ReadingListener {
    private final SearchPart part;

    WindowPiece(SearchPart part) {
      this.part = part;
    }

    @Override
    public StreamRun stream() {
      return SearchRun.this;
    }

    @Override
    public boolean step() {
      part.window().count().stepped();
      part.reader().step(part.window(), this);
      return part.window().remaining().isPresent();
    }

    @Override
    public OptionalLong requestsLeft() {
      return part.window().pagesLeft();
    }

    @Override
    public List<Piece> share(int workers) {
      return SearchRun.this.share(part, workers);
    }

    @Override
    public void moved() {
      SearchRun.this.moved();
    }

    @Override
    public void unreachable(UnreachableTies ties) {
      SearchRun.this.unread(ties.range(), ties.toString());
    }

    @Override
    public void refused(TimeRange range, String why) {
      SearchRun.this.unread(range, why);
    }
  }
}

package io.github.tapkustomer.sync;

import io.github.tapkustomer.http.Quota;
import io.github.tapkustomer.paging.ListReader;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.stream.Endpoint.Pages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A list stream during a sync. Lists come in no order, so its bookmark moves once, when all of it
 * is out; never beyond the time at which the reading began, since what changes behind the reader's
 * back can be older than what it reads after.
 */
final class ListRun implements StreamRun {
  private final RecordFormat plan;
  private final Pages endpoint;
  private final ListReader reader;
  private final StreamStatistics statistics;
  private final StreamEvents events;
  private final Instant began;
  private final boolean first;
  private final Instant since;
  private final Optional<Instant> endDate;
  private Bookmark bookmark;

  /**
   * A stream that is about to be read.
   *
   * @param before its bookmark in the state
   * @param startDate what was updated before is left out of a first sync
   * @param endDate what was updated then or later is left out
   * @param began the server's time, not later than the first request
   */
  ListRun(
      RecordFormat plan,
      Pages endpoint,
      ListReader reader,
      StreamStatistics statistics,
      StreamEvents events,
      Bookmark before,
      Instant startDate,
      Optional<Instant> endDate,
      Instant began) {
    this.plan = plan;
    this.endpoint = endpoint;
    this.reader = reader;
    this.statistics = statistics;
    this.events = events;
    this.bookmark = before;
    this.first = before.updatedAt().isEmpty();
    this.since = before.updatedAt().orElse(startDate);
    this.endDate = endDate;
    this.began = began;
  }

  @Override
  public RecordFormat plan() {
    return plan;
  }

  @Override
  public Quota quota() {
    return Quota.ORGANISATION;
  }

  @Override
  public StreamStatistics statistics() {
    return statistics;
  }

  @Override
  public List<Piece> pieces() {
    return List.of(new WholeList());
  }

  @Override
  public List<Piece> finished(Piece piece) {
    events.moved(this);
    return List.of();
  }

  @Override
  public synchronized Bookmark bookmark() {
    return bookmark;
  }

  private synchronized void readTo(Instant latest) {
    Instant reached = latest.isBefore(began) ? latest : began;
    if (bookmark.updatedAt().isEmpty() || bookmark.updatedAt().get().isBefore(reached)) {
      bookmark = Bookmark.at(reached);
    }
  }

  private final class WholeList implements Piece {
    @Override
    public StreamRun stream() {
      return ListRun.this;
    }

    @Override
    public boolean step() {
      ListReader.Result result = reader.read(endpoint.passes(), since, endDate);
      result.latest().ifPresent(ListRun.this::readTo);
      if (first) {
        statistics.beforeStart.add(result.older());
      }
      return false;
    }

    @Override
    public List<Piece> share(int workers) {
      return List.of();
    }
  }
}

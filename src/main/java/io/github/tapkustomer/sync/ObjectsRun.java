package io.github.tapkustomer.sync;

import io.github.tapkustomer.http.Quota;
import io.github.tapkustomer.paging.ObjectRequests;
import io.github.tapkustomer.record.ParentPage.Parent;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.Bookmark;
import java.util.List;
import java.util.function.Supplier;

/** A full-table stream that takes one request for each of some objects. */
final class ObjectsRun implements StreamRun {
  private final RecordFormat plan;
  private final Supplier<List<Parent>> objects;
  private final ObjectRequests requests;
  private final StreamStatistics statistics;

  ObjectsRun(
      RecordFormat plan,
      Supplier<List<Parent>> objects,
      ObjectRequests requests,
      StreamStatistics statistics) {
    this.plan = plan;
    this.objects = objects;
    this.requests = requests;
    this.statistics = statistics;
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
    return List.of(new AllObjects());
  }

  @Override
  public List<Piece> finished(Piece piece) {
    return List.of();
  }

  @Override
  public Bookmark bookmark() {
    return Bookmark.NONE;
  }

  private final class AllObjects implements Piece {
    @Override
    public StreamRun stream() {
      return ObjectsRun.this;
    }

    @Override
    public boolean step() {
      requests.read(objects.get());
      return false;
    }

    @Override
    public List<Piece> share(int workers) {
      return List.of();
    }
  }
}

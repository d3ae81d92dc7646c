package io.github.tapkustomer.sync;

import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.plan.StreamPlan.ObjectsPlan;
import io.github.tapkustomer.read.object.ObjectOutcomes;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.stats.StreamStatistics;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A full-table stream that takes one request for each of some objects. */
final class ObjectsRun implements StreamRun {
  /** Objects of a step after the first, which reads a single one. */
  private static final int OBJECTS_A_STEP = 50;

  private final ObjectsPlan plan;
  private final StreamStatistics statistics;

  ObjectsRun(ObjectsPlan plan, StreamStatistics statistics) {
    this.plan = plan;
    this.statistics = statistics;
  }

  @Override
  public RecordFormat plan() {
    return plan.format();
  }

  @Override
  public StreamStatistics statistics() {
    return statistics;
  }

  @Override
  public Optional<ObjectOutcomes> outcomes() {
    return Optional.of(plan.outcomes());
  }

  @Override
  public List<Task> tasks() {
    return List.of(new ObjectsTask());
  }

  @Override
  public Bookmark bookmark() {
    return Bookmark.NONE;
  }

  private final class ObjectsTask implements Task {
    private final Iterator<Supplier<List<Parent>>> parts = plan.objects().iterator();
    private final Deque<Parent> waiting = new ArrayDeque<>();
    private boolean begun;

    @Override
    public StreamRun stream() {
      return ObjectsRun.this;
    }

    @Override
    public Quota quota() {
      return Quota.ORGANIZATION;
    }

    /** Gets a list of objects, or what belongs to some of them. */
    @Override
    public List<Task> step() {
      if (waiting.isEmpty()) {
        waiting.addAll(parts.next().get());
      }
      List<Parent> objects = waiting.stream().limit(begun ? OBJECTS_A_STEP : 1).toList();
      begun |= !objects.isEmpty();
      plan.requests().read(objects).forEach(unread -> statistics.failed(unread.why().getMessage()));
      objects.forEach(waiting::remove);
      return List.of();
    }

    @Override
    public boolean isDone() {
      return waiting.isEmpty() && !parts.hasNext();
    }
  }
}

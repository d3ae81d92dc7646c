package io.github.tapkustomer.sync;

import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.plan.StreamPlan.ListPlan;
import io.github.tapkustomer.read.ListStep;
import io.github.tapkustomer.read.ListStep.Progress;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.stats.StreamStatistics;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list stream during a sync. Lists are not sorted by time, so the bookmark moves once, after the
 * last page. It never passes the time at which the reading began: a change behind the reader's back
 * can be older than what it reads afterwards.
 */
final class ListRun implements StreamRun {
  private static final Logger LOG = LoggerFactory.getLogger(ListRun.class);

  private final ListPlan plan;
  private final StreamStatistics statistics;
  private final Positions positions;
  private final Consumer<RecordFormat> activations;
  private Bookmark bookmark;

  /**
   * A run that has read nothing.
   *
   * @param activations takes the stream once all of its records have been passed on
   */
  ListRun(
      ListPlan plan,
      StreamStatistics statistics,
      Positions positions,
      Consumer<RecordFormat> activations) {
    this.activations = activations;
    this.plan = plan;
    this.statistics = statistics;
    this.positions = positions;
    this.bookmark = plan.bookmark();
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
  public List<Task> tasks() {
    return List.of(new ListTask());
  }

  @Override
  public synchronized Bookmark bookmark() {
    return bookmark;
  }

  /** Applies a step. Nothing else moves the stream's bookmark. */
  synchronized void apply(ListStep step) {
    if (step.progress() == Progress.GOES_ON) {
      return;
    }
    if (plan.bookmark().updatedAt().isEmpty()) {
      statistics.beforeStart(plan.reader().older());
    }
    if (step.progress() == Progress.WHOLE) {
      step.newest().ifPresent(this::readTo);
    } else {
      statistics.uncertain();
    }
    if (plan.format().tableVersion().isPresent()) {
      activate(step.nothingIsMissing());
    }
    positions.put(this);
  }

  private void activate(boolean nothingIsMissing) {
    if (nothingIsMissing) {
      activations.accept(plan.format());
    } else {
      LOG.warn(
          "{}: it is not certain that the list gave every record, so this run does not tell the"
              + " target which are gone",
          name());
    }
  }

  private void readTo(Instant newest) {
    Instant reached = newest.isBefore(plan.began()) ? newest : plan.began();
    if (bookmark.updatedAt().filter(before -> !before.isBefore(reached)).isEmpty()) {
      bookmark = Bookmark.at(reached);
    }
  }

  private final class ListTask implements Task {
    private volatile boolean done;
    private volatile OptionalLong pagesLeft = OptionalLong.empty();

    @Override
    public StreamRun stream() {
      return ListRun.this;
    }

    @Override
    public Quota quota() {
      return Quota.ORGANIZATION;
    }

    @Override
    public List<Task> step() {
      ListStep step = plan.reader().step();
      apply(step);
      done = step.progress() != Progress.GOES_ON;
      pagesLeft = step.pagesLeft();
      return List.of();
    }

    @Override
    public boolean isDone() {
      return done;
    }

    @Override
    public OptionalLong requestsLeft() {
      return pagesLeft;
    }
  }
}

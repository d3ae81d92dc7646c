package io.github.tapkustomer.sync;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.plan.PlannedWindow.Turn;
import io.github.tapkustomer.plan.StreamPlan.WindowPlan;
import io.github.tapkustomer.read.Step;
import io.github.tapkustomer.read.object.ObjectOutcomes;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.stats.ApiCount;
import io.github.tapkustomer.stats.StreamStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A stream that is read by time: its windows, and the bookmark that follows from them. */
final class WindowRun implements StreamRun {
  /**
   * A stream with fewer pages is not worth several readers: each new window costs up to one request
   * more than its records need.
   */
  private static final long WORTH_SHARING = 12;

  private final WindowPlan plan;
  private final StreamStatistics statistics;
  private final Positions positions;
  private final SearchPosition position;
  private final CountProof proof;
  private final List<SearchWindow> windows = new ArrayList<>();
  private final long millisAtFirst;
  private long mostPagesLeft;

  WindowRun(WindowPlan plan, StreamStatistics statistics, Positions positions) {
    this.plan = plan;
    this.statistics = statistics;
    this.positions = positions;
    this.position = new SearchPosition(plan.bookmark(), plan.until(), plan.certain());
    this.proof = new CountProof(name(), statistics, plan.counted());
    plan.windows().forEach(window -> windows.add(new SearchWindow(window)));
    this.millisAtFirst = millisLeft();
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
    return plan.outcomes();
  }

  @Override
  public Optional<ApiCount> apiCount() {
    return proof.result();
  }

  @Override
  public synchronized List<Task> tasks() {
    return windows.stream()
        .filter(window -> isFirstThrough() || window.turn() != Turn.LAST)
        .<Task>map(window -> new WindowTask(this, window))
        .toList();
  }

  private boolean isFirstThrough() {
    return windows.stream().noneMatch(window -> window.turn() == Turn.FIRST);
  }

  /**
   * Applies a step. Nothing else moves the stream's bookmark.
   *
   * @return tasks that can begin now
   */
  synchronized List<Task> apply(SearchWindow window, Step step) {
    step.gaps().forEach(gap -> position.gap(gap.range()));
    step.gaps().forEach(gap -> statistics.failed(gap.why()));
    step.newest().filter(this::isOfThisRun).ifPresent(position::seen);
    step.place().ifPresent(position::place);
    mostPagesLeft = Math.max(mostPagesLeft, step.pagesLeft().orElse(0));
    List<Task> next = new ArrayList<>();
    window.apply(step).ifPresent(later -> next.add(add(later)));
    if (window.rest().isEmpty()) {
      next.addAll(finish(window));
    }
    positions.put(this);
    return next;
  }

  /** A list also has records that were updated before the time being read. */
  private boolean isOfThisRun(Instant updatedAt) {
    return plan.windows().stream().anyMatch(window -> !updatedAt.isBefore(window.range().from()));
  }

  private Task add(SearchWindow window) {
    windows.add(window);
    return new WindowTask(this, window);
  }

  private List<Task> finish(SearchWindow window) {
    boolean waiting = !isFirstThrough();
    windows.remove(window);
    if (windows.isEmpty()) {
      return proving();
    }
    return waiting && isFirstThrough() ? tasks(Turn.LAST) : List.of();
  }

  private List<Task> tasks(Turn turn) {
    return windows.stream()
        .filter(window -> window.turn() == turn)
        .<Task>map(window -> new WindowTask(this, window))
        .toList();
  }

  /** Continues the proof after the API gave a count. */
  synchronized List<Task> counted() {
    return windows.isEmpty() ? proving() : List.of();
  }

  /** What the proof still needs; nothing if the stream is known to be incomplete. */
  private List<Task> proving() {
    if (!position.isWhole()) {
      return List.of();
    }
    CountProof.Need need = proof.need();
    List<Task> next = new ArrayList<>();
    need.count().forEach(range -> next.add(new CountTask(this, proof, range)));
    need.read().forEach(range -> next.add(add(new SearchWindow(range.window()))));
    return next;
  }

  /** Gives parts of a window to other workers. */
  synchronized List<Task> share(SearchWindow window, int workers) {
    return mostPagesLeft < WORTH_SHARING
        ? List.of()
        : window.share(workers).stream().map(this::add).toList();
  }

  @Override
  public synchronized Bookmark bookmark() {
    return position.bookmark(left());
  }

  private List<TimeRange> left() {
    return windows.stream().flatMap(window -> window.rest().stream()).toList();
  }

  @Override
  public synchronized OptionalDouble shareDone() {
    return OptionalDouble.of(
        millisAtFirst == 0 ? 1 : Math.max(0, 1 - millisLeft() / (double) millisAtFirst));
  }

  private long millisLeft() {
    return left().stream().mapToLong(range -> range.length().toMillis()).sum();
  }
}

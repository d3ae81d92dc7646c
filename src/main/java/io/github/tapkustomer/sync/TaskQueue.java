package io.github.tapkustomer.sync;

import io.github.tapkustomer.http.limit.Quota;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * Hands out the tasks of all streams, a step at a time: first those of unknown size, then those
 * with the most left, so that none is left to be read alone at the end. Thread-safe.
 */
final class TaskQueue {
  private final List<Task> waiting = new ArrayList<>();
  private final List<Task> inHand = new ArrayList<>();
  private final Set<Task> begun = new HashSet<>();
  private final Map<Quota, Integer> idle = new EnumMap<>(Quota.class);
  private boolean stopped;

  /** The next task to work on; empty once all are done. */
  synchronized Optional<Task> take(Quota quota) {
    idle.merge(quota, 1, Integer::sum);
    try {
      while (next(quota).isEmpty() && !(waiting.isEmpty() && inHand.isEmpty()) && !stopped) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for work");
    } finally {
      idle.merge(quota, -1, Integer::sum);
    }
    Optional<Task> next = stopped ? Optional.empty() : next(quota);
    next.ifPresent(waiting::remove);
    next.ifPresent(inHand::add);
    return next;
  }

  private Optional<Task> next(Quota quota) {
    return of(waiting, quota).max(Comparator.comparingLong(this::urgency));
  }

  private long urgency(Task task) {
    return begun.contains(task) ? task.requestsLeft().orElse(Long.MAX_VALUE - 1) : Long.MAX_VALUE;
  }

  private static Stream<Task> of(List<Task> tasks, Quota quota) {
    return tasks.stream().filter(task -> task.quota() == quota);
  }

  /**
   * How many idle workers should help with a task: in proportion to its share of everything that is
   * left. Each helper costs up to one more request, so only the largest task gets help beyond that.
   */
  synchronized int helpers(Task task) {
    Quota quota = task.quota();
    long hungry = idle.getOrDefault(quota, 0) - of(waiting, quota).count();
    if (hungry <= 0) {
      return 0;
    }
    long own = task.requestsLeft().orElse(0);
    long all = left(quota).mapToLong(other -> other.requestsLeft().orElse(own)).sum();
    long fair = own * (of(inHand, quota).count() + hungry) / Math.max(1, all) - 1;
    boolean largest = of(inHand, quota).noneMatch(other -> other.requestsLeft().orElse(0) > own);
    return (int) Math.min(hungry, Math.max(largest ? 1 : 0, fair));
  }

  /**
   * Requests of a budget that all tasks still take; a task that has not begun counts as one. Empty
   * if a task does not know.
   */
  synchronized OptionalLong requestsLeft(Quota quota) {
    boolean known =
        Stream.concat(inHand.stream(), waiting.stream()).allMatch(task -> isKnown(task, quota));
    return known
        ? OptionalLong.of(
            left(quota)
                .filter(task -> !task.isDone())
                .mapToLong(task -> task.requestsLeft().orElse(1))
                .sum())
        : OptionalLong.empty();
  }

  /** Requests for single objects count against the organization's budget, whatever found them. */
  private boolean isKnown(Task task, Quota quota) {
    return task.quota() == quota
        ? task.isDone() || !begun.contains(task) || task.requestsLeft().isPresent()
        : quota == Quota.SEARCH || task.stream().outcomes().isEmpty();
  }

  private Stream<Task> left(Quota quota) {
    return Stream.concat(of(inHand, quota), of(waiting, quota));
  }

  synchronized void add(Task task) {
    waiting.add(task);
    notifyAll();
  }

  /** Takes back a task that has more to read. */
  synchronized void putBack(Task task) {
    inHand.remove(task);
    begun.add(task);
    add(task);
  }

  /** A task is done or given up. */
  synchronized void done(Task task) {
    inHand.remove(task);
    begun.remove(task);
    notifyAll();
  }

  /** Hands out nothing more. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }
}

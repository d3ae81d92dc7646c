package io.github.tapkustomer.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Hands tasks to the workers of one budget, and asks workers with much left to share when others
 * have nothing. Thread-safe.
 */
final class TaskQueue {
  private final ArrayDeque<Task> waiting = new ArrayDeque<>();
  private final List<Task> inHand = new ArrayList<>();
  private int idle;
  private boolean stopped;

  TaskQueue(Collection<Task> tasks) {
    waiting.addAll(tasks);
  }

  /** The next task; empty once all are through. */
  synchronized Optional<Task> take() {
    idle++;
    try {
      while (waiting.isEmpty() && !inHand.isEmpty() && !stopped) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for work");
    } finally {
      idle--;
    }
    if (stopped || waiting.isEmpty()) {
      return Optional.empty();
    }
    Task next = waiting.poll();
    inHand.add(next);
    return Optional.of(next);
  }

  /**
   * How many of the workers that have nothing to do should help with a task: as many as its part of
   * all that is left asks for. Each that helps takes up to a request more, so only the largest task
   * gets help beyond that.
   */
  synchronized int helpers(Task task) {
    int hungry = idle - waiting.size();
    if (hungry <= 0) {
      return 0;
    }
    long own = task.requestsLeft().orElse(0);
    long all = left(other -> other.requestsLeft().orElse(own));
    long fair = own * (inHand.size() + idle) / Math.max(1, all) - 1;
    return (int) Math.min(hungry, Math.max(isLargest(own) ? 1 : 0, fair));
  }

  private boolean isLargest(long own) {
    return inHand.stream().noneMatch(other -> other.requestsLeft().orElse(0) > own);
  }

  /** Requests that all tasks still take; empty while one of them does not know. */
  synchronized OptionalLong requestsLeft() {
    boolean known =
        Stream.concat(inHand.stream(), waiting.stream())
            .allMatch(task -> task.requestsLeft().isPresent());
    return known
        ? OptionalLong.of(left(task -> task.requestsLeft().orElse(0)))
        : OptionalLong.empty();
  }

  private long left(ToLongFunction<Task> of) {
    return Stream.concat(inHand.stream(), waiting.stream()).mapToLong(of).sum();
  }

  synchronized void add(Task task) {
    waiting.add(task);
    notifyAll();
  }

  /** A task is done, or given up. */
  synchronized void done(Task task) {
    inHand.remove(task);
    notifyAll();
  }

  /** Hands out nothing more. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }
}

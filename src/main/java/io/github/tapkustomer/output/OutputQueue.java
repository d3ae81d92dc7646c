package io.github.tapkustomer.output;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The bounded queue from many readers to the one writer. Readers wait while too much is unwritten,
 * so that a slow target slows the requests. Thread-safe.
 */
public final class OutputQueue {
  /** No request is made while more than this is unwritten. */
  private static final long ROOMY_BYTES = 2L * 1024 * 1024;

  /** No line is taken while more than this is unwritten. */
  private static final long FULL_BYTES = 12L * 1024 * 1024;

  private final ArrayDeque<Output> items = new ArrayDeque<>();
  private long bytes;
  private boolean ended;
  private boolean broken;

  /**
   * Puts an item, as soon as there is room for it.
   *
   * @throws CancellationException if the queue is broken, or the thread interrupted
   */
  public synchronized void put(Output item) {
    awaitBelow(item.bytes() == 0 ? Long.MAX_VALUE : FULL_BYTES);
    items.add(item);
    bytes += item.bytes();
    notifyAll();
  }

  /**
   * Waits until most of what was put is written.
   *
   * @throws CancellationException if the queue is broken, or the thread interrupted
   */
  public synchronized void awaitRoom() {
    awaitBelow(ROOMY_BYTES);
  }

  /** The next item; empty once the end is reached or the queue is broken. */
  public synchronized Optional<Output> take() throws InterruptedException {
    while (items.isEmpty() && !ended && !broken) {
      wait();
    }
    return broken ? Optional.empty() : Optional.ofNullable(items.poll());
  }

  /** Notes that the item taken last is written. */
  public synchronized void written(Output item) {
    bytes -= item.bytes();
    notifyAll();
  }

  /** Ends the queue: nothing more is put, but what is in it is still written. */
  public synchronized void end() {
    ended = true;
    notifyAll();
  }

  /**
   * Breaks the queue: what is in it is dropped, and all waiting threads are released with an
   * exception.
   */
  public synchronized void breakOff() {
    broken = true;
    items.clear();
    notifyAll();
  }

  private void awaitBelow(long limit) {
    try {
      while (bytes > limit && !broken) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for the target");
    }
    if (broken) {
      throw new CancellationException("the output is closed");
    }
  }
}

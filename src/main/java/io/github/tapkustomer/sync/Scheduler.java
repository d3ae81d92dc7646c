package io.github.tapkustomer.sync;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Hands pieces to the workers of one budget, and asks workers with much left to share when others
 * have nothing. Thread-safe.
 */
final class Scheduler {
  private final ArrayDeque<Piece> waiting = new ArrayDeque<>();
  private int inHand;
  private int idle;
  private boolean stopped;

  Scheduler(Collection<Piece> pieces) {
    waiting.addAll(pieces);
  }

  /** The next piece; empty once all are through. */
  synchronized Optional<Piece> take() {
    idle++;
    try {
      while (waiting.isEmpty() && inHand > 0 && !stopped) {
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
    inHand++;
    return Optional.of(waiting.poll());
  }

  /** How many workers wait for whom there is nothing to do. */
  synchronized int hungry() {
    return Math.max(0, idle - waiting.size());
  }

  synchronized void add(Piece piece) {
    waiting.add(piece);
    notifyAll();
  }

  /** A piece is through, or given up. */
  synchronized void done() {
    inHand--;
    notifyAll();
  }

  /** Hands out nothing more. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }
}

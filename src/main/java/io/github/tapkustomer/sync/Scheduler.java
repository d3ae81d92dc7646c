package io.github.tapkustomer.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Hands pieces to the workers of one budget, and asks workers with much left to share when others
 * have nothing. Thread-safe.
 */
final class Scheduler {
  private final ArrayDeque<Piece> waiting = new ArrayDeque<>();
  private final List<Piece> inHand = new ArrayList<>();
  private int idle;
  private boolean stopped;

  Scheduler(Collection<Piece> pieces) {
    waiting.addAll(pieces);
  }

  /** The next piece; empty once all are through. */
  synchronized Optional<Piece> take() {
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
    Piece next = waiting.poll();
    inHand.add(next);
    return Optional.of(next);
  }

  /** How many workers wait for whom there is nothing to do. */
  synchronized int hungry() {
    return Math.max(0, idle - waiting.size());
  }

  /** Whether none in hand has more left: the less is split, the fewer requests it takes. */
  synchronized boolean isLargest(Piece piece) {
    return inHand.stream().noneMatch(other -> other.requestsLeft() > piece.requestsLeft());
  }

  synchronized void add(Piece piece) {
    waiting.add(piece);
    notifyAll();
  }

  /** A piece is through, or given up. */
  synchronized void done(Piece piece) {
    inHand.remove(piece);
    notifyAll();
  }

  /** Hands out nothing more. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }
}

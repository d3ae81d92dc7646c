package io.github.tapkustomer.simulation;

import io.github.tapkustomer.Timer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;

/**
 * Time, and who runs in it. Threads that sleep or wait for an answer are held back until all others
 * wait too; then the one that is due first goes on, alone. So threads interleave as the waits say,
 * never as the machine's scheduler likes, and the same waits give the same run.
 */
final class Turns implements Timer {
  private static final int SPINS = 100;
  private static final long BREATH_NANOS = 20_000;
  private static final int LOOKS = 2;
  private static final int POLL_MILLIS = 2;
  private static final int DEAD = 15_000;

  private final ThreadGroup group = new ThreadGroup("simulated");
  private final ThreadLocal<String> lastAsked = ThreadLocal.withInitial(() -> "");
  private final List<Waiting> waiting = new ArrayList<>();
  private final Duration localOffset;
  private Instant now;
  private StepListener listener = steps -> true;
  private Thread leader;
  private boolean free;
  private long steps;

  /**
   * A world before its first step.
   *
   * @param start the server's time
   * @param localOffset the local clock less the server's
   */
  Turns(Instant start, Duration localOffset) {
    this.now = start;
    this.localOffset = localOffset;
  }

  private static final class Waiting {
    private final Instant due;
    private final String key;
    private final Callable<?> work;
    private Object result;
    private Exception failure;
    private boolean over;

    Waiting(Instant due, String key, Callable<?> work) {
      this.due = due;
      this.key = key;
      this.work = work;
    }
  }

  /** The server's time. */
  synchronized Instant serverNow() {
    return now;
  }

  @Override
  public synchronized Instant now() {
    return now.plus(localOffset);
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (!duration.isNegative() && !duration.isZero()) {
      await(new Waiting(serverNow().plus(duration), "sleep " + lastAsked.get(), () -> null));
    }
  }

  /** What the current thread asked last. */
  String lastAsked() {
    return lastAsked.get();
  }

  /** Waits for the latency, after which the answer is made while nobody else runs. */
  <T> T answer(String key, Duration latency, Callable<T> work) throws IOException {
    lastAsked.set(key);
    Waiting mine = new Waiting(serverNow().plus(latency), key, work);
    try {
      await(mine);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Canceled");
    }
    if (mine.failure instanceof IOException broken) {
      throw broken;
    }
    if (mine.failure != null) {
      throw new IllegalStateException(mine.failure);
    }
    @SuppressWarnings("unchecked")
    T result = (T) mine.result;
    return result;
  }

  private void await(Waiting mine) throws InterruptedException {
    synchronized (this) {
      waiting.add(mine);
    }
    try {
      for (int looks = 0; !isOver(mine); looks++) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (!lead()) {
          park(mine);
          continue;
        }
        if (isQuiet(Thread.currentThread()) && !Thread.currentThread().isInterrupted()) {
          step();
        } else if (looks % SPINS == 0) {
          LockSupport.parkNanos(BREATH_NANOS);
        } else {
          Thread.onSpinWait();
        }
      }
    } finally {
      leave(mine);
    }
  }

  /** Makes the current thread the one that takes the next step, unless another is. */
  private synchronized boolean lead() {
    if (leader == null && !free) {
      leader = Thread.currentThread();
    }
    return leader == Thread.currentThread();
  }

  private synchronized void park(Waiting mine) throws InterruptedException {
    while (!mine.over && !free && leader != null) {
      wait();
    }
  }

  private synchronized boolean isOver(Waiting mine) throws InterruptedException {
    if (!mine.over && free) {
      throw new InterruptedException("the run is over");
    }
    return mine.over;
  }

  private synchronized void leave(Waiting mine) {
    waiting.remove(mine);
    if (leader == Thread.currentThread()) {
      leader = null;
      notifyAll();
    }
  }

  private void finish(Waiting next) {
    now = next.due.isAfter(now) ? next.due : now;
    try {
      next.result = next.work.call();
    } catch (Exception e) {
      next.failure = e;
    }
    next.over = true;
    steps++;
  }

  synchronized long steps() {
    return steps;
  }

  synchronized void pass(Duration duration) {
    now = now.plus(duration);
  }

  /**
   * Runs it to its end, in turns, on threads of its own.
   *
   * @param beforeStep called with the number of steps so far, while everybody waits; where it says
   *     false, nobody who waits goes on
   */
  void run(Runnable work, StepListener beforeStep) throws InterruptedException {
    listener = beforeStep;
    Thread main = new Thread(group, work, "run");
    main.start();
    long before = -1;
    for (int idle = 0; main.isAlive(); idle++) {
      // Threads that wait take the steps themselves; where the last one has ended, nobody does.
      main.join(POLL_MILLIS);
      if (lead()) {
        if (isQuiet(null)) {
          step();
        }
        leave(null);
      }
      if (steps() != before) {
        before = steps();
        idle = 0;
      }
      if (idle > DEAD) {
        throw new AssertionError("everybody waits for somebody: " + stacks());
      }
    }
    synchronized (this) {
      free = true;
      notifyAll();
    }
    for (Thread thread : threads()) {
      thread.join();
    }
    synchronized (this) {
      free = false;
    }
  }

  /** Decides between two steps. */
  @FunctionalInterface
  interface StepListener {
    boolean goOn(long steps);
  }

  private synchronized void step() {
    Optional<Waiting> next =
        waiting.stream()
            .min(Comparator.<Waiting, Instant>comparing(w -> w.due).thenComparing(w -> w.key));
    if (next.isEmpty() || free) {
      return;
    }
    if (!listener.goOn(steps)) {
      free = true;
    } else {
      waiting.remove(next.get());
      finish(next.get());
    }
    leader = null;
    notifyAll();
  }

  private String stacks() {
    StringBuilder text = new StringBuilder();
    for (Thread thread : threads()) {
      text.append(thread.getName()).append(' ').append(thread.getState()).append('\n');
      for (StackTraceElement at : thread.getStackTrace()) {
        text.append("  ").append(at).append('\n');
      }
    }
    return text.toString();
  }

  /**
   * Whether every thread but this waits to be called. Looked at twice, for one that was seen to
   * wait can be woken by another that waits when it is seen.
   */
  private boolean isQuiet(Thread except) {
    boolean quiet = true;
    for (int look = 1; look <= LOOKS && quiet; look++) {
      quiet = allWait(except);
    }
    return quiet;
  }

  private boolean allWait(Thread except) {
    int idle = 0;
    int asking = 0;
    for (Thread thread : threads()) {
      // It can wake between the look at its state and that at what it waits for.
      for (int look = 1; look <= LOOKS && thread != except; look++) {
        if (!waits(thread)) {
          return false;
        }
      }
      Object blocker = thread == except ? null : LockSupport.getBlocker(thread);
      asking += blocker instanceof Future<?> ? 1 : 0;
      idle += blocker instanceof Condition ? 1 : 0;
    }
    // Where somebody waits for work to be done and a worker is idle, it is about to begin.
    return idle == 0 || asking == 0;
  }

  /** One at a lock may have been called already, and so has one whose work is done. */
  private static boolean waits(Thread thread) {
    Thread.State state = thread.getState();
    Object blocker = LockSupport.getBlocker(thread);
    boolean known =
        blocker == null
            || blocker instanceof Condition
            || blocker instanceof Future<?> work && !work.isDone();
    return state == Thread.State.TERMINATED || state == Thread.State.WAITING && known;
  }

  private List<Thread> threads() {
    Thread[] threads = new Thread[group.activeCount() + 16];
    int count = group.enumerate(threads);
    return List.of(Arrays.copyOf(threads, count));
  }
}

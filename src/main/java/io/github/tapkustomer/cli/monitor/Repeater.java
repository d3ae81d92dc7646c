package io.github.tapkustomer.cli.monitor;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Timer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a task beside the work, until it is closed. */
public final class Repeater implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Repeater.class);

  private final Timer timer;
  private final Duration interval;
  private final Runnable task;
  private final Thread thread = new Thread(this::tick, "repeater");

  /** An interrupt alone is not enough: code called by the task may swallow it. */
  private volatile boolean closed;

  private Repeater(Timer timer, Duration interval, Runnable task) {
    this.timer = requireNonNull(timer, "timer");
    this.interval = requireNonNull(interval, "interval");
    this.task = requireNonNull(task, "task");
    thread.setDaemon(true);
  }

  /** Starts; the task is first run after one interval. */
  public static Repeater start(Timer timer, Duration interval, Runnable task) {
    Repeater repeater = new Repeater(timer, interval, task);
    repeater.thread.start();
    return repeater;
  }

  private void tick() {
    try {
      while (!closed) {
        timer.sleep(interval);
        task.run();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // A report about the work must not end the work.
      LOG.warn("progress is no longer reported: {}", e.toString());
    }
  }

  /** Ends it; the task is no longer running when this returns. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

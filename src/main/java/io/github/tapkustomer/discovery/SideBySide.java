package io.github.tapkustomer.discovery;

import io.github.tapkustomer.Awaited;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at once. */
final class SideBySide implements AutoCloseable {
  private final ExecutorService workers;

  SideBySide(int workers) {
    this.workers = Executors.newFixedThreadPool(workers, SideBySide::worker);
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "discovery");
    thread.setDaemon(true);
    return thread;
  }

  <T> Future<T> start(Callable<T> work) {
    return workers.submit(work);
  }

  /** Returns the result; a failure is rethrown. */
  static <T> T result(Future<T> started) {
    return Awaited.result(started, "discovery");
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}

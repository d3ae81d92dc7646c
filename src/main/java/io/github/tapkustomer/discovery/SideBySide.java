package io.github.tapkustomer.discovery;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
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

  /** What came of it; its failure is thrown. */
  static <T> T result(Future<T> started) {
    try {
      return started.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted during discovery");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}

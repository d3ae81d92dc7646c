package io.github.tapkustomer.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same for many at once. */
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

  /** The results in the order of what they are of; the first failure is thrown. */
  <A, B> List<B> all(List<A> of, Function<A, B> work) {
    List<Future<B>> results = new ArrayList<>();
    of.forEach(one -> results.add(workers.submit(() -> work.apply(one))));
    List<B> all = new ArrayList<>();
    try {
      for (Future<B> result : results) {
        all.add(result.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted during discovery");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
    return all;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}

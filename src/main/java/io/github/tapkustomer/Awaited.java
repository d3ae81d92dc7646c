package io.github.tapkustomer;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for what other threads do. */
public final class Awaited {
  private Awaited() {}

  /**
   * What came of it; its failure is thrown as it was.
   *
   * @param what is waited for, as "children"
   * @throws CancellationException the waiting thread was interrupted
   */
  public static <T> T result(Future<T> started, String what) {
    try {
      return started.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for " + what);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}

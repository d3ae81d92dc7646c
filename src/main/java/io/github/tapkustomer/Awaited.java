package io.github.tapkustomer;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for the work of other threads. */
public final class Awaited {
  private Awaited() {}

  /**
   * Returns the result; a failure is rethrown as it was.
   *
   * @param what what is awaited, such as "children"
   * @throws CancellationException if the waiting thread was interrupted
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

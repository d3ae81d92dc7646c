package io.github.tapkustomer.sync;

import java.util.List;
import java.util.OptionalLong;

/** Reads a window of a stream to its end. */
record WindowTask(WindowRun stream, SearchWindow window) implements Task {
  @Override
  public List<Task> step() {
    return stream.apply(window, window.read());
  }

  @Override
  public boolean isDone() {
    return window.rest().isEmpty();
  }

  @Override
  public OptionalLong requestsLeft() {
    return window.pagesLeft();
  }

  @Override
  public boolean takesTurns() {
    return stream.readsObjects();
  }

  @Override
  public List<Task> share(int workers) {
    return stream.share(window, workers);
  }
}

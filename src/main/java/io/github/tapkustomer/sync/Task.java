package io.github.tapkustomer.sync;

import io.github.tapkustomer.http.limit.Quota;
import java.util.List;
import java.util.OptionalLong;

/** A part of a stream that is read step by step, by one worker at a time. */
interface Task {
  StreamRun stream();

  /** The budget that its requests count against. */
  Quota quota();

  /**
   * Reads a little further.
   *
   * @return other tasks of the stream that can begin now
   */
  List<Task> step();

  /** Whether there is no more to read. */
  boolean isDone();

  /** Requests that it still takes; empty if that is not known. */
  default OptionalLong requestsLeft() {
    return OptionalLong.empty();
  }

  /**
   * Gives away parts of what is left, so that others can read them at the same time.
   *
   * @param workers how many should help
   */
  default List<Task> share(int workers) {
    return List.of();
  }
}

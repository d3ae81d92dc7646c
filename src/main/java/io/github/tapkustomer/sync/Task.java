package io.github.tapkustomer.sync;

import java.util.List;
import java.util.OptionalLong;

/** A part of a stream that one worker reads through, step by step. */
interface Task {
  StreamRun stream();

  /**
   * Reads on a little.
   *
   * @return other tasks of the stream that can begin now
   */
  List<Task> step();

  /** Whether there is no more to read. */
  boolean isDone();

  /** Requests that it still takes; empty where that is not known. */
  default OptionalLong requestsLeft() {
    return OptionalLong.empty();
  }

  /**
   * Whether it goes to the end of the queue after each step, so that tasks which read the same go
   * on side by side.
   */
  default boolean takesTurns() {
    return false;
  }

  /**
   * Gives away parts of what is left, so that others can read them meanwhile.
   *
   * @param workers how many should help
   */
  default List<Task> share(int workers) {
    return List.of();
  }
}

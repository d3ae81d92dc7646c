package io.github.tapkustomer.sync;

/**
 * Where the positions of streams go. Called under the stream's lock, so that none overtakes
 * another.
 */
@FunctionalInterface
interface Positions {
  /** Queues the bookmark that covers exactly the lines queued so far. */
  void put(StreamRun stream);
}

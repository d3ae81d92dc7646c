package io.github.tapkustomer.sync;

/** Where the positions of streams go; called under the stream's lock, so that none overtakes. */
@FunctionalInterface
interface Positions {
  /** Queues the bookmark that covers exactly the lines queued so far. */
  void put(StreamRun stream);
}

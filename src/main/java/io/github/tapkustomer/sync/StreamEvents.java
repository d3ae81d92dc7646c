package io.github.tapkustomer.sync;

/** Told by a stream, in the order of its lines, how far it has come. */
@FunctionalInterface
interface StreamEvents {
  /** The stream's bookmark has changed; what it covers has been handed on. */
  void moved(StreamRun stream);
}

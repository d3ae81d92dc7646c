package io.github.tapkustomer.sync;

import java.util.List;
import java.util.OptionalLong;

/** A part of a stream that one worker reads through. */
interface Piece {
  StreamRun stream();

  /** Reads on a little; says whether there is more. */
  boolean step();

  /** Requests that it still takes; empty where that is not known. */
  default OptionalLong requestsLeft() {
    return OptionalLong.empty();
  }

  /**
   * Gives away parts of what is left, so that others can read them meanwhile.
   *
   * @param workers how many should help
   */
  List<Piece> share(int workers);
}

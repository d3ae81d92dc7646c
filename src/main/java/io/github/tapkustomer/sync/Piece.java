package io.github.tapkustomer.sync;

import java.util.List;

/** A part of a stream that one worker reads through. */
interface Piece {
  StreamRun stream();

  /** Reads on a little; says whether there is more. */
  boolean step();

  /** Requests that it still takes, as far as it is known. */
  default long requestsLeft() {
    return 0;
  }

  /**
   * Gives away parts of what is left, so that others can read them meanwhile.
   *
   * @param workers how many have nothing to do
   */
  List<Piece> share(int workers);
}

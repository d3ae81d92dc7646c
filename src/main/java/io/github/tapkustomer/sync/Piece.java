package io.github.tapkustomer.sync;

import java.util.Optional;

/** A part of a stream that one worker reads through. */
interface Piece {
  StreamRun stream();

  /** Reads on a little; says whether there is more. */
  boolean step();

  /** Gives away a part of what is left, so that another worker can read it meanwhile. */
  Optional<Piece> split();
}

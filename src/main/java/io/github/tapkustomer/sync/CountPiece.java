package io.github.tapkustomer.sync;

import java.util.List;
import java.util.OptionalLong;

/** Asks the API how many records a range has. */
final class CountPiece implements Piece {
  private final StreamRun stream;
  private final CountProof proof;
  private final CountedRange range;

  CountPiece(StreamRun stream, CountProof proof, CountedRange range) {
    this.stream = stream;
    this.proof = proof;
    this.range = range;
  }

  @Override
  public StreamRun stream() {
    return stream;
  }

  @Override
  public boolean step() {
    proof.ask(range);
    return false;
  }

  @Override
  public OptionalLong requestsLeft() {
    return OptionalLong.of(1);
  }

  @Override
  public List<Piece> share(int workers) {
    return List.of();
  }
}

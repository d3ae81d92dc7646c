package io.github.tapkustomer.sync;

import java.util.List;

/** Asks the API how many records a range has. */
final class CountPiece implements Piece {
  private final SearchRun stream;
  private final CountProof proof;
  private final CountedRange range;
  private List<Piece> again = List.of();

  CountPiece(SearchRun stream, CountProof proof, CountedRange range) {
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
    again = proof.hold(range, stream.statistics()).map(stream::again).stream().toList();
    return false;
  }

  @Override
  public List<Piece> share(int workers) {
    return List.of();
  }

  /** The range once more, if it gave too little. */
  List<Piece> again() {
    return again;
  }
}

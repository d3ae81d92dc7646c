package io.github.tapkustomer.sync;

import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.plan.CountedRange;
import java.util.List;
import java.util.OptionalLong;

/** Asks the API how many records a range has. */
final class CountTask implements Task {
  private final WindowRun stream;
  private final CountProof proof;
  private final CountedRange range;
  private volatile boolean asked;

  CountTask(WindowRun stream, CountProof proof, CountedRange range) {
    this.stream = stream;
    this.proof = proof;
    this.range = range;
  }

  @Override
  public WindowRun stream() {
    return stream;
  }

  @Override
  public Quota quota() {
    return Quota.SEARCH;
  }

  @Override
  public List<Task> step() {
    proof.ask(range);
    asked = true;
    return stream.counted();
  }

  @Override
  public boolean isDone() {
    return asked;
  }

  @Override
  public OptionalLong requestsLeft() {
    return OptionalLong.of(1);
  }
}

package io.github.tapkustomer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulerTest {
  private final List<Thread> idle = new ArrayList<>();
  private Scheduler scheduler;

  @AfterEach
  void stop() throws InterruptedException {
    scheduler.stop();
    for (Thread thread : idle) {
      thread.join();
    }
  }

  /** All pieces are in hand, and so many workers more have nothing to do. */
  private void start(int workers, Piece... pieces) throws InterruptedException {
    scheduler = new Scheduler(List.of(pieces));
    for (int i = 0; i < pieces.length; i++) {
      assertThat(scheduler.take()).isPresent();
    }
    for (int i = 0; i < workers; i++) {
      Thread thread = new Thread(scheduler::take);
      idle.add(thread);
      thread.start();
    }
    for (Thread thread : idle) {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aloneAPieceGetsAllTheHelpThereIs() throws InterruptedException {
    Piece piece = new Pages(60);
    start(7, piece);

    assertThat(scheduler.helpers(piece)).isEqualTo(7);
  }

  @Test
  void piecesOfOneSizeGetEqualHelp() throws InterruptedException {
    Piece piece = new Pages(60);
    start(6, piece, new Pages(60), new Pages(60));

    assertThat(scheduler.helpers(piece)).isEqualTo(2);
  }

  @Test
  void aPieceThatWasNotAskedForYetMayBeAsLarge() throws InterruptedException {
    Piece piece = new Pages(60);
    start(6, piece, new Pages(-1), new Pages(-1));

    assertThat(scheduler.helpers(piece)).isEqualTo(2);
  }

  @Test
  void theLargestGetsHelpWhereThereIsLittle() throws InterruptedException {
    Piece largest = new Pages(6);
    Piece other = new Pages(5);
    start(1, largest, other, new Pages(5));

    assertThat(scheduler.helpers(largest)).isEqualTo(1);
    assertThat(scheduler.helpers(other)).isZero();
  }

  @Test
  void nobodyIsGivenToHelpWhoHasSomethingToDo() throws InterruptedException {
    Piece piece = new Pages(60);
    start(0, piece);

    assertThat(scheduler.helpers(piece)).isZero();
  }

  @Test
  void knowsWhatIsLeftWhereAllPiecesDo() throws InterruptedException {
    start(0, new Pages(4), new Pages(3));
    assertThat(scheduler.requestsLeft()).hasValue(7);

    scheduler.add(new Pages(2));
    assertThat(scheduler.requestsLeft()).hasValue(9);
    scheduler.add(new Pages(-1));
    assertThat(scheduler.requestsLeft()).isEmpty();
  }

  /** A piece with so many requests left, or with as many as nobody knows: -1. */
  private record Pages(long left) implements Piece {
    @Override
    public StreamRun stream() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean step() {
      throw new UnsupportedOperationException();
    }

    @Override
    public OptionalLong requestsLeft() {
      return left < 0 ? OptionalLong.empty() : OptionalLong.of(left);
    }

    @Override
    public List<Piece> share(int workers) {
      throw new UnsupportedOperationException();
    }
  }
}

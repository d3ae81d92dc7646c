package io.github.tapkustomer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskQueueTest {
  private final List<Thread> idle = new ArrayList<>();
  private TaskQueue queue;

  @AfterEach
  void stop() throws InterruptedException {
    queue.stop();
    for (Thread thread : idle) {
      thread.join();
    }
  }

  /** All tasks are in hand, and so many workers more have nothing to do. */
  private void start(int workers, Task... tasks) throws InterruptedException {
    queue = new TaskQueue(List.of(tasks));
    for (int i = 0; i < tasks.length; i++) {
      assertThat(queue.take()).isPresent();
    }
    for (int i = 0; i < workers; i++) {
      Thread thread = new Thread(queue::take);
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
    Task task = new Pages(60);
    start(7, task);

    assertThat(queue.helpers(task)).isEqualTo(7);
  }

  @Test
  void tasksOfOneSizeGetEqualHelp() throws InterruptedException {
    Task task = new Pages(60);
    start(6, task, new Pages(60), new Pages(60));

    assertThat(queue.helpers(task)).isEqualTo(2);
  }

  @Test
  void aTaskThatWasNotAskedForYetMayBeAsLarge() throws InterruptedException {
    Task task = new Pages(60);
    start(6, task, new Pages(-1), new Pages(-1));

    assertThat(queue.helpers(task)).isEqualTo(2);
  }

  @Test
  void theLargestGetsHelpWhereThereIsLittle() throws InterruptedException {
    Task largest = new Pages(6);
    Task other = new Pages(5);
    start(1, largest, other, new Pages(5));

    assertThat(queue.helpers(largest)).isEqualTo(1);
    assertThat(queue.helpers(other)).isZero();
  }

  @Test
  void nobodyIsGivenToHelpWhoHasSomethingToDo() throws InterruptedException {
    Task task = new Pages(60);
    start(0, task);

    assertThat(queue.helpers(task)).isZero();
  }

  @Test
  void knowsWhatIsLeftWhereAllTasksDo() throws InterruptedException {
    start(0, new Pages(4), new Pages(3));
    assertThat(queue.requestsLeft()).hasValue(7);

    queue.add(new Pages(2));
    assertThat(queue.requestsLeft()).hasValue(9);
    queue.add(new Pages(-1));
    assertThat(queue.requestsLeft()).isEmpty();
  }

  /** A task with so many requests left, or with as many as nobody knows: -1. */
  private record Pages(long left) implements Task {
    @Override
    public StreamRun stream() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Task> step() {
      throw new UnsupportedOperationException();
    }

    @Override
    public OptionalLong requestsLeft() {
      return left < 0 ? OptionalLong.empty() : OptionalLong.of(left);
    }

    @Override
    public boolean isDone() {
      throw new UnsupportedOperationException();
    }
  }
}

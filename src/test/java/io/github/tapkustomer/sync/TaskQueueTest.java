package io.github.tapkustomer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.read.object.ObjectOutcomes;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.stats.StreamStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskQueueTest {
  private final List<Thread> idle = new ArrayList<>();
  private final TaskQueue queue = new TaskQueue();

  @AfterEach
  void stop() throws InterruptedException {
    queue.stop();
    for (Thread thread : idle) {
      thread.join();
    }
  }

  /** All tasks are taken, and so many more workers are idle. */
  private void start(int workers, Task... tasks) throws InterruptedException {
    for (Task task : tasks) {
      queue.add(task);
      queue.take(task.quota());
      queue.putBack(task);
    }
    for (Task task : tasks) {
      assertThat(queue.take(task.quota())).isPresent();
    }
    for (int i = 0; i < workers; i++) {
      Thread thread = new Thread(() -> queue.take(Quota.SEARCH));
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
  void handsOutWhatNobodyKnowsFirstAndThenTheLongest() {
    Task unknown = new Pages(-1);
    Task shorter = new Pages(5);
    Task longer = new Pages(60);
    List.of(shorter, longer).forEach(queue::add);
    queue.take(Quota.SEARCH).ifPresent(queue::putBack);
    queue.take(Quota.SEARCH).ifPresent(queue::putBack);
    queue.add(unknown);

    assertThat(queue.take(Quota.SEARCH)).contains(unknown);
    assertThat(queue.take(Quota.SEARCH)).contains(longer);
    assertThat(queue.take(Quota.SEARCH)).contains(shorter);
  }

  @Test
  void handsOutWhatCountsAgainstTheBudgetAlone() {
    Task list = new Pages(7, Quota.ORGANIZATION, false);
    queue.add(list);
    Task search = new Pages(5);
    queue.add(search);

    assertThat(queue.take(Quota.SEARCH)).contains(search);
    assertThat(queue.take(Quota.ORGANIZATION)).contains(list);
    assertThat(queue.requestsLeft(Quota.SEARCH)).hasValue(5);
    assertThat(queue.requestsLeft(Quota.ORGANIZATION)).hasValue(7);
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
  void theLargestGetsHelpIfThereIsLittle() throws InterruptedException {
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
  void knowsWhatIsLeftIfAllTasksDo() throws InterruptedException {
    start(0, new Pages(4), new Pages(3));
    assertThat(queue.requestsLeft(Quota.SEARCH)).hasValue(7);

    Task unknown = new Pages(-1);
    queue.add(unknown);
    assertThat(queue.requestsLeft(Quota.SEARCH)).as("one at least").hasValue(8);
    queue.take(Quota.SEARCH);
    queue.putBack(unknown);
    assertThat(queue.requestsLeft(Quota.SEARCH)).isEmpty();
  }

  @Test
  void nobodyKnowsHowManyRequestsForSingleObjectsThereWillBe() throws InterruptedException {
    start(0, new Pages(4, Quota.SEARCH, true));

    assertThat(queue.requestsLeft(Quota.SEARCH)).hasValue(4);
    assertThat(queue.requestsLeft(Quota.ORGANIZATION)).isEmpty();
  }

  /**
   * A task with so many requests left, or with as many as nobody knows: -1.
   *
   * @param forObjects whether each finds objects that take a request more
   */
  private record Pages(long left, Quota quota, boolean forObjects) implements Task {
    Pages(long left) {
      this(left, Quota.SEARCH, false);
    }

    @Override
    public StreamRun stream() {
      return new Objects(forObjects);
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
      return left == 0;
    }
  }

  /** A stream with only what these tests use. */
  private record Objects(boolean asked) implements StreamRun {
    @Override
    public Optional<ObjectOutcomes> outcomes() {
      return asked ? Optional.of(new ObjectOutcomes()) : Optional.empty();
    }

    @Override
    public RecordFormat plan() {
      throw new UnsupportedOperationException();
    }

    @Override
    public StreamStatistics statistics() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Task> tasks() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Bookmark bookmark() {
      throw new UnsupportedOperationException();
    }
  }
}

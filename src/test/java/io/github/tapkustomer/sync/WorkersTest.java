package io.github.tapkustomer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.Secret;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.http.ClientOptions;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.http.RequestListener;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.output.Output;
import io.github.tapkustomer.output.OutputQueue;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.stats.RequestStatistics;
import io.github.tapkustomer.stats.StreamStatistics;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workers whose tasks make no requests: what runs, in which order, and what a failure ends. */
class WorkersTest {
  private final FakeTimer timer = new FakeTimer();
  private final RequestStatistics statistics = new RequestStatistics(timer);
  private final OutputQueue queue = new OutputQueue();
  private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();
  private final KustomerClient client =
      new KustomerClient(
          new ClientOptions(
              URI.create("http://127.0.0.1:1"),
              new Secret("a.key.of-no-use"),
              "tap-kustomer",
              1,
              Duration.ofSeconds(1),
              0,
              OptionalDouble.empty()),
          timer,
          () -> 0.5,
          RequestListener.none());

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void doEveryTaskAndTheTasksThatItMakes() throws Exception {
    Stream tags = new Stream("tags", Quota.ORGANIZATION);
    Stream notes = new Stream("notes", Quota.SEARCH);
    tags.task("first").thenAdds(tags.another("child"));
    notes.task("only");
    Workers workers = workers(SampleLimit.none(), tags, notes);
    workers.run();

    assertThat(done).containsExactlyInAnyOrder("tags first", "tags child", "notes only");
    assertThat(workers.failure()).isEmpty();
    assertThat(ended()).containsExactlyInAnyOrder("tags", "notes");
    assertThat(statistics.of("tags").isComplete()).isTrue();
  }

  @Test
  void endAStreamOnceAfterItsLastTask() throws Exception {
    Stream tags = new Stream("tags", Quota.ORGANIZATION);
    tags.task("a");
    tags.task("b").puts(queue, "tags");
    workers(SampleLimit.none(), tags).run();

    assertThat(written())
        .containsExactly(new Output.Position("tags", "key", Bookmark.NONE), new Output.End("tags"));
  }

  @Test
  void giveUpOnlyTheStreamThatFailed() throws Exception {
    Stream tags = new Stream("tags", Quota.ORGANIZATION);
    Stream teams = new Stream("teams", Quota.ORGANIZATION);
    tags.task("a").fails(TapException.streamFailed("it changed meanwhile", null));
    tags.task("b");
    teams.task("c");
    Workers workers = workers(SampleLimit.none(), tags, teams);
    workers.run();

    assertThat(done).containsExactly("tags a", "teams c");
    assertThat(workers.failure()).isEmpty();
    assertThat(tags.statistics().failures()).containsExactly("it changed meanwhile");
    assertThat(tags.statistics().isComplete()).isFalse();
    assertThat(teams.statistics().failures()).isEmpty();
    assertThat(ended()).containsExactlyInAnyOrder("tags", "teams");
  }

  @Test
  void endTheRunIfTheApiDoesNotAnswer() throws Exception {
    TapException noAnswer = TapException.apiGaveUp("no answer", null);
    Stream tags = new Stream("tags", Quota.ORGANIZATION);
    Stream teams = new Stream("teams", Quota.ORGANIZATION);
    tags.task("a").fails(noAnswer);
    teams.task("b");
    Workers workers = workers(SampleLimit.none(), tags, teams);
    workers.run();

    assertThat(done).containsExactly("tags a");
    assertThat(workers.failure()).containsSame(noAnswer);
  }

  @Test
  void keepTheFirstReasonToEnd() {
    Workers workers = workers(SampleLimit.none());
    CancellationException signal = new CancellationException("ended by a signal");
    workers.end(signal);
    workers.end(TapException.outputClosed("nobody reads", null));

    assertThat(workers.failure()).containsSame(signal);
  }

  @Test
  void beginNothingOnceEnded() throws Exception {
    Stream tags = new Stream("tags", Quota.ORGANIZATION);
    tags.task("a");
    Workers workers = workers(SampleLimit.none(), tags);
    workers.end(new CancellationException("ended by a signal"));
    workers.run();

    assertThat(done).isEmpty();
  }

  @Test
  void readNothingForASampleOfZero() throws Exception {
    Stream tags = new Stream("tags", Quota.ORGANIZATION);
    tags.task("a");
    workers(SampleLimit.of(0), tags).run();

    assertThat(done).isEmpty();
    assertThat(ended()).containsExactly("tags");
  }

  private Workers workers(SampleLimit limit, Stream... streams) {
    return new Workers(List.of(streams), client, statistics, queue, limit, 1);
  }

  private List<Output> written() throws InterruptedException {
    queue.end();
    List<Output> items = new ArrayList<>();
    for (Optional<Output> item; (item = queue.take()).isPresent(); ) {
      items.add(item.get());
    }
    return items;
  }

  private List<String> ended() throws InterruptedException {
    return written().stream()
        .filter(Output.End.class::isInstance)
        .map(item -> ((Output.End) item).stream())
        .toList();
  }

  /** A stream of single steps. */
  private final class Stream implements StreamRun {
    private final String name;
    private final Quota quota;
    private final List<Task> tasks = new ArrayList<>();

    Stream(String name, Quota quota) {
      this.name = name;
      this.quota = quota;
    }

    SingleStep task(String step) {
      SingleStep task = another(step);
      tasks.add(task);
      return task;
    }

    SingleStep another(String step) {
      return new SingleStep(this, step);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public StreamStatistics statistics() {
      return statistics.of(name);
    }

    @Override
    public List<Task> tasks() {
      return tasks;
    }

    @Override
    public Bookmark bookmark() {
      return Bookmark.NONE;
    }

    @Override
    public RecordFormat plan() {
      throw new AssertionError("nothing is encoded here");
    }
  }

  /** Does one thing and is done. */
  private final class SingleStep implements Task {
    private final Stream stream;
    private final String step;
    private Runnable work = () -> {};
    private List<Task> added = List.of();
    private boolean isDone;

    SingleStep(Stream stream, String step) {
      this.stream = stream;
      this.step = step;
    }

    void thenAdds(Task task) {
      added = List.of(task);
    }

    void puts(OutputQueue into, String name) {
      work = () -> into.put(new Output.Position(name, "key", Bookmark.NONE));
    }

    void fails(RuntimeException failure) {
      work =
          () -> {
            throw failure;
          };
    }

    @Override
    public StreamRun stream() {
      return stream;
    }

    @Override
    public Quota quota() {
      return stream.quota;
    }

    @Override
    public List<Task> step() {
      done.add(stream.name() + " " + step);
      isDone = true;
      work.run();
      return added;
    }

    @Override
    public boolean isDone() {
      return isDone;
    }
  }
}

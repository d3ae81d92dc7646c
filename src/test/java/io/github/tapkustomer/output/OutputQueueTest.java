package io.github.tapkustomer.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.record.Chunk;
import io.github.tapkustomer.record.PageReader;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.RecordOptions;
import io.github.tapkustomer.singer.CatalogReader;
import io.github.tapkustomer.stats.StreamStatistics;
import io.github.tapkustomer.stream.Endpoint.Member;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A target that does not read: readers wait, and memory stays bounded. */
@Timeout(20)
class OutputQueueTest {
  private static final int MEBIBYTE = 1024 * 1024;

  private final OutputQueue queue = new OutputQueue();
  private final Output.Lines lines =
      new Output.Lines(chunk(), new StreamStatistics(new FakeTimer()));

  private static Chunk chunk() {
    StreamDefinition tags = Streams.find("tags").orElseThrow();
    ObjectNode catalog = JsonNodeFactory.instance.objectNode();
    catalog.withArray("streams").addObject().put("stream", "tags").set("schema", tags.schema());
    RecordFormat plan =
        new RecordFormat(
            tags, CatalogReader.read(catalog, "it").streams().get(0), RecordOptions.USUAL);
    List<Chunk> chunks = new ArrayList<>();
    String page = "{\"data\":[{\"id\":\"" + "x".repeat(MEBIBYTE) + "\"}]}";
    try {
      new PageReader(
              plan, (id, time) -> true, Member.DATA, Optional.empty(), Instant.EPOCH, chunks::add)
          .read(new ByteArrayInputStream(page.getBytes(UTF_8)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return chunks.get(0);
  }

  private static Thread started(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    return thread;
  }

  private static void awaitThatItWaits(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void takesOnlyAsManyLinesAsTheHeapShouldHold() throws InterruptedException {
    AtomicInteger taken = new AtomicInteger();
    FutureTask<Boolean> reading =
        new FutureTask<>(
            () -> {
              while (true) {
                queue.put(lines);
                taken.incrementAndGet();
              }
            });
    Thread reader = started(reading);
    awaitThatItWaits(reader);
    assertThat(taken.get()).isBetween(11, 13);

    queue.written(queue.take().orElseThrow());
    queue.written(queue.take().orElseThrow());
    while (taken.get() < 13) {
      Thread.onSpinWait();
    }
    awaitThatItWaits(reader);
    assertThat(taken.get()).isBetween(13, 15);

    queue.breakOff();
    reader.join();
    assertThat(reading.isDone()).isTrue();
  }

  @Test
  void holdsRequestsBackWhileMuchIsUnwritten() throws Exception {
    for (int i = 0; i < 3; i++) {
      queue.put(lines);
    }
    FutureTask<String> request =
        new FutureTask<>(
            () -> {
              queue.awaitRoom();
              return "left";
            });
    awaitThatItWaits(started(request));
    assertThat(request).isNotDone();
    queue.written(queue.take().orElseThrow());
    queue.written(queue.take().orElseThrow());

    assertThat(request.get()).isEqualTo("left");
  }

  @Test
  void releasesWaitingThreadsOnceNobodyReads() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      queue.put(lines);
    }
    List<Throwable> thrown = new ArrayList<>();
    Thread asking = new Thread(queue::awaitRoom);
    asking.setUncaughtExceptionHandler((thread, failure) -> thrown.add(failure));
    asking.start();
    awaitThatItWaits(asking);
    queue.breakOff();
    asking.join();

    assertThat(thrown).hasOnlyElementsOfType(CancellationException.class).hasSize(1);
    assertThat(queue.take()).isEmpty();
  }
}

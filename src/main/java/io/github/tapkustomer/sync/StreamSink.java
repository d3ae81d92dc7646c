package io.github.tapkustomer.sync;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.paging.PageSink;
import io.github.tapkustomer.record.Chunk;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.ParentPage.Parent;
import io.github.tapkustomer.record.RecordFormat;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Leads a stream's pages to the output queue and counts them. */
final class StreamSink implements PageSink {
  private final RecordFormat plan;
  private final OutputQueue queue;
  private final StreamStatistics statistics;
  private Consumer<PageSummary> reader = page -> {};
  private BiConsumer<TimeRange, String> unread;

  StreamSink(RecordFormat plan, OutputQueue queue, StreamStatistics statistics) {
    this.plan = plan;
    this.queue = queue;
    this.statistics = statistics;
  }

  /** Who else wants to know of each page; set before the first. */
  void onPage(Consumer<PageSummary> reader) {
    this.reader = reader;
  }

  /** Who keeps what was passed over for the next run; set before the first page. */
  void onUnread(BiConsumer<TimeRange, String> unread) {
    this.unread = unread;
  }

  @Override
  public RecordFormat plan() {
    return plan;
  }

  @Override
  public void awaitRoom() {
    long asked = System.nanoTime();
    statistics.waitingForTarget.incrementAndGet();
    try {
      queue.awaitRoom();
    } finally {
      statistics.waitingForTarget.decrementAndGet();
      statistics.waitedForTarget(Duration.ofNanos(System.nanoTime() - asked));
    }
  }

  @Override
  public void accept(Chunk chunk) {
    queue.put(new Output.Lines(chunk));
    statistics.records.add(chunk.records());
    statistics.bytes.add(chunk.bytes());
  }

  @Override
  public void gone() {
    statistics.gone.increment();
  }

  @Override
  public boolean passOver(Parent object, String why) {
    if (unread == null) {
      statistics.failed(why);
      return true;
    }
    object.updatedAt().ifPresent(at -> unread.accept(new TimeRange(at, at.plusMillis(1)), why));
    return object.updatedAt().isPresent();
  }

  @Override
  public void read(PageSummary page) {
    readBelow(page);
    reader.accept(page);
  }

  @Override
  public void readBelow(PageSummary page) {
    statistics.withoutId.add(page.keyless());
    if (plan.hasOwnTime()) {
      statistics.withoutTime.add(page.timeless());
    }
  }
}

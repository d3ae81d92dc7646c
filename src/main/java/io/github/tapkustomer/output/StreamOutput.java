package io.github.tapkustomer.output;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.read.page.RecordSink;
import io.github.tapkustomer.record.Chunk;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.stats.StreamStatistics;

/** Puts a stream's lines into the output queue and counts them. */
public final class StreamOutput implements RecordSink {
  private final RecordFormat plan;
  private final OutputQueue queue;
  private final StreamStatistics statistics;

  public StreamOutput(RecordFormat plan, OutputQueue queue, StreamStatistics statistics) {
    this.plan = requireNonNull(plan, "plan");
    this.queue = requireNonNull(queue, "queue");
    this.statistics = requireNonNull(statistics, "statistics");
  }

  @Override
  public RecordFormat plan() {
    return plan;
  }

  @Override
  public void awaitRoom() {
    statistics.waitForTarget(queue::awaitRoom);
  }

  @Override
  public void accept(Chunk chunk) {
    queue.put(new Output.Lines(chunk, statistics));
    statistics.read(chunk.records());
  }

  @Override
  public void counted(PageSummary page) {
    statistics.withoutId(page.keyless());
    if (plan.hasOwnTime()) {
      statistics.withoutTime(page.timeless());
    }
  }
}

package io.github.tapkustomer.sync;

import io.github.tapkustomer.output.MessageWriter;
import io.github.tapkustomer.read.object.ObjectOutcomes;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stats.FieldChanges;
import io.github.tapkustomer.stats.RecordWarnings;
import io.github.tapkustomer.stats.StreamReport;
import io.github.tapkustomer.stats.StreamStatistics;
import java.time.Instant;

/** What becomes of a stream's run in the summary. */
final class StreamReports {
  private StreamReports() {}

  /** What was read but not written, as where a signal ended the run, does not count. */
  static StreamReport of(
      StreamRun run, Bookmark from, State written, MessageWriter writer, Instant now) {
    StreamStatistics statistics = run.statistics();
    return new StreamReport(
        run.name(),
        statistics.counts(),
        statistics.isComplete() && writer.hasEnded(run.name()),
        statistics.took(now),
        statistics.waits(),
        from,
        run.plan()
            .bookmarkKey()
            .map(key -> written.bookmark(run.name(), key))
            .orElse(Bookmark.NONE),
        run.apiCount(),
        warnings(run),
        new FieldChanges(run.plan().added(), run.plan().variants(), run.plan().faults().leftOut()),
        statistics.failures());
  }

  private static RecordWarnings warnings(StreamRun run) {
    return run.statistics()
        .warnings(
            run.outcomes().map(ObjectOutcomes::gone).orElse(0L),
            run.outcomes().map(ObjectOutcomes::forbidden).orElse(0L),
            run.plan().faults().replacedCharacters());
  }
}

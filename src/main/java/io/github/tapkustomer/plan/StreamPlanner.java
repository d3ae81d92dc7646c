package io.github.tapkustomer.plan;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.output.OutputQueue;
import io.github.tapkustomer.output.StreamOutput;
import io.github.tapkustomer.read.page.RecordSink;
import io.github.tapkustomer.read.page.SharedParents;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.RecordOptions;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stats.RequestStatistics;
import io.github.tapkustomer.stream.StreamDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/** Plans how each selected stream is read, from settings, bookmark and time. */
public final class StreamPlanner {
  private static final Duration CLOCKS_APART = Duration.ofDays(1);

  private final PlanningContext context;
  private final OutputQueue queue;
  private final RequestStatistics statistics;

  /**
   * A planner of one sync.
   *
   * @param objectWorkers make the requests for single objects
   * @param sample whether only a record or two of each stream is wanted
   */
  public StreamPlanner(
      Settings settings,
      KustomerClient client,
      OutputQueue queue,
      RequestStatistics statistics,
      ExecutorService objectWorkers,
      boolean sample) {
    this.context =
        new PlanningContext(
            settings,
            client,
            objectWorkers,
            new SharedParents(client),
            client.serverClock().latest().truncatedTo(ChronoUnit.MILLIS),
            sample);
    this.queue = requireNonNull(queue, "queue");
    this.statistics = requireNonNull(statistics, "statistics");
  }

  /**
   * Plans a stream.
   *
   * @param catalogGiven whether the user gave a catalog, which the records must then match
   * @throws TapException of kind BAD_INPUT if the bookmark cannot be used
   */
  public StreamPlan plan(SelectedStream selected, State state, boolean catalogGiven) {
    CatalogWarnings.tell(selected, state);
    OptionalLong version = tableVersion(selected, state);
    RecordFormat format =
        new RecordFormat(
            selected.definition(),
            selected.catalog(),
            new RecordOptions(
                catalogGiven,
                context.settings().includeDeleted(),
                state.addedColumns(selected.name()),
                context.settings().masks().of(selected.name()),
                version));
    RecordSink sink = new StreamOutput(format, queue, statistics.of(selected.name()));
    selected.claimBookmark(state);
    Bookmark bookmark = selected.bookmark(state);
    checkPast(selected.name(), bookmark);
    return selected
        .definition()
        .endpoint()
        .accept(new EndpointPlanner(context, format, sink, bookmark));
  }

  /** In milliseconds, and larger than in any earlier run, even if a clock was set back. */
  private OptionalLong tableVersion(SelectedStream selected, State state) {
    StreamDefinition definition = selected.definition();
    boolean isFiltered =
        context.settings().endDate().isPresent() && definition.replication().key().isPresent();
    if (!context.settings().emitActivateVersion()
        || context.sample()
        || isFiltered
        || !definition.listsWhatExists()) {
      return OptionalLong.empty();
    }
    long now = context.client().serverClock().now().toEpochMilli();
    OptionalLong last = state.tableVersion(selected.name());
    return OptionalLong.of(last.isPresent() ? Math.max(now, last.getAsLong() + 1) : now);
  }

  /** A bookmark in the future would skip the changes until then. */
  private void checkPast(String stream, Bookmark bookmark) {
    Instant latest = context.client().serverClock().latest().plus(CLOCKS_APART);
    Optional<Instant> until = bookmark.unfinished().map(Unfinished::until);
    Optional<Instant> ahead =
        Stream.of(bookmark.updatedAt(), until)
            .flatMap(Optional::stream)
            .filter(at -> at.isAfter(latest))
            .findFirst();
    if (ahead.isPresent()) {
      throw TapException.badInput(
          "the bookmark of %s lies in the future (%s): set it back to when it was last read"
              .formatted(stream, Timestamps.format(ahead.get())));
    }
  }
}

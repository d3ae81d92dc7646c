package io.github.tapkustomer.plan;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.output.OutputQueue;
import io.github.tapkustomer.output.StreamOutput;
import io.github.tapkustomer.read.page.RecordSink;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.RecordOptions;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stats.RequestStatistics;
import io.github.tapkustomer.stream.StreamDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/** Plans how each selected stream is read, from settings, bookmark and time. */
public final class StreamPlanner {
  private static final Duration CLOCKS_APART = Duration.ofDays(1);

  private final Settings settings;
  private final KustomerClient client;
  private final OutputQueue queue;
  private final RequestStatistics statistics;
  private final ExecutorService objectWorkers;
  private final boolean sample;

  /**
   * A planner of one sync.
   *
   * @param objectWorkers make the requests of which there is one for each object
   * @param sample whether no more than a record or two of each stream is wanted
   */
  public StreamPlanner(
      Settings settings,
      KustomerClient client,
      OutputQueue queue,
      RequestStatistics statistics,
      ExecutorService objectWorkers,
      boolean sample) {
    this.settings = requireNonNull(settings, "settings");
    this.client = requireNonNull(client, "client");
    this.queue = requireNonNull(queue, "queue");
    this.statistics = requireNonNull(statistics, "statistics");
    this.objectWorkers = requireNonNull(objectWorkers, "objectWorkers");
    this.sample = sample;
  }

  /**
   * Plans a stream.
   *
   * @param catalogGiven whether the user gave a catalog, to which the records then keep
   * @throws TapException of kind BAD_INPUT where the bookmark cannot be used
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
                settings.includeDeleted(),
                state.addedColumns(selected.name()),
                settings.masks().of(selected.name()),
                version));
    RecordSink sink = new StreamOutput(format, queue, statistics.of(selected.name()));
    selected.claimBookmark(state);
    Bookmark bookmark = selected.bookmark(state);
    checkPast(selected.name(), bookmark);
    EndpointPlanner planner =
        new EndpointPlanner(settings, client, objectWorkers, format, sink, bookmark, sample);
    return selected.definition().endpoint().accept(planner);
  }

  /** In milliseconds, and larger than that of any run before, also if a clock was set back. */
  private OptionalLong tableVersion(SelectedStream selected, State state) {
    StreamDefinition definition = selected.definition();
    boolean isFiltered =
        settings.endDate().isPresent() && definition.replication().key().isPresent();
    if (!settings.emitActivateVersion() || sample || isFiltered || !definition.listsWhatExists()) {
      return OptionalLong.empty();
    }
    long now = client.serverClock().now().toEpochMilli();
    OptionalLong last = state.tableVersion(selected.name());
    return OptionalLong.of(last.isPresent() ? Math.max(now, last.getAsLong() + 1) : now);
  }

  /** Read from the future, the changes of the time between would be missed. */
  private void checkPast(String stream, Bookmark bookmark) {
    Instant latest = client.serverClock().latest().plus(CLOCKS_APART);
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

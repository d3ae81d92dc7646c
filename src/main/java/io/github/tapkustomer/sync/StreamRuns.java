package io.github.tapkustomer.sync;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.paging.ApiListPages;
import io.github.tapkustomer.paging.ApiSearchPages;
import io.github.tapkustomer.paging.KeysetReader;
import io.github.tapkustomer.paging.ListReader;
import io.github.tapkustomer.paging.SearchLimits;
import io.github.tapkustomer.record.RecordPlan;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stream.Endpoint.Pages;
import io.github.tapkustomer.stream.Endpoint.Search;
import java.time.Duration;
import java.time.Instant;

/** Plans how each selected stream is read, out of settings, bookmark and time. */
final class StreamRuns {
  private static final Duration CLOCKS_APART = Duration.ofDays(1);

  private final Settings settings;
  private final KustomerClient client;
  private final OutputQueue queue;
  private final RequestStatistics statistics;

  StreamRuns(
      Settings settings, KustomerClient client, OutputQueue queue, RequestStatistics statistics) {
    this.settings = settings;
    this.client = client;
    this.queue = queue;
    this.statistics = statistics;
  }

  StreamRun plan(SelectedStream selected, State state, boolean catalogGiven) {
    String name = selected.catalog().id();
    RecordPlan plan =
        new RecordPlan(
            selected.definition(), selected.catalog(), catalogGiven, settings.includeDeleted());
    StreamSink sink = new StreamSink(plan, queue, statistics.of(name));
    Bookmark bookmark = state.bookmark(name);
    if (selected.definition().endpoint() instanceof Search search) {
      return search(search, plan, sink, bookmark);
    }
    Pages pages = (Pages) selected.definition().endpoint();
    return new ListRun(
        plan,
        pages,
        new ListReader(new ApiListPages(client, name, pages, sink), pages.pageSize()),
        statistics.of(name),
        this::moved,
        bookmark,
        settings.startDate(),
        settings.endDate(),
        client.serverClock().earliest());
  }

  private SearchRun search(Search endpoint, RecordPlan plan, StreamSink sink, Bookmark bookmark) {
    String name = plan.stream().id();
    Instant now = client.serverClock().latest();
    refuseFuture(name, bookmark, now);
    Instant until = settings.endDate().filter(end -> end.isBefore(now)).orElse(now);
    ReadingRanges ranges =
        new ReadingRanges(settings.startDate(), until, settings.lookback(), settings.dateWindow());
    int pageSize = settings.pageSizeLimit();
    ApiSearchPages pages =
        new ApiSearchPages(client, name, endpoint, pageSize, settings.includeDeleted(), sink);
    SearchRun run =
        new SearchRun(
            plan,
            new KeysetReader(pages, new SearchLimits(pageSize, SearchLimits.PAGES)),
            statistics.of(name),
            this::moved,
            bookmark,
            ranges.of(bookmark),
            until,
            new SplitPolicy(pageSize, settings.concurrency()));
    sink.onPage(run::read);
    return run;
  }

  /** Read from there, the changes of the time between would be passed over. */
  private static void refuseFuture(String stream, Bookmark bookmark, Instant now) {
    bookmark
        .updatedAt()
        .filter(at -> at.isAfter(now.plus(CLOCKS_APART)))
        .ifPresent(
            at -> {
              throw TapException.badInput(
                  "the bookmark of %s lies in the future (%s): set it back to when it was last read"
                      .formatted(stream, Timestamps.format(at)));
            });
  }

  private void moved(StreamRun run) {
    queue.put(new Output.Position(run.name(), run.bookmark()));
  }
}

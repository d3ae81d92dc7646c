package io.github.tapkustomer.sync;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.http.Quota;
import io.github.tapkustomer.paging.ApiListPages;
import io.github.tapkustomer.paging.ApiSearchPages;
import io.github.tapkustomer.paging.ArchiveWindowReader;
import io.github.tapkustomer.paging.AuditLogPages;
import io.github.tapkustomer.paging.ChildSearchPages;
import io.github.tapkustomer.paging.ClosedWindowReader;
import io.github.tapkustomer.paging.EitherPages;
import io.github.tapkustomer.paging.KeysetReader;
import io.github.tapkustomer.paging.ListHistoryReader;
import io.github.tapkustomer.paging.ListReader;
import io.github.tapkustomer.paging.ObjectRequests;
import io.github.tapkustomer.paging.PageSink;
import io.github.tapkustomer.paging.RangeCount;
import io.github.tapkustomer.paging.SearchLimits;
import io.github.tapkustomer.paging.SearchPages;
import io.github.tapkustomer.paging.SearchRequests;
import io.github.tapkustomer.paging.SearchRequests.Source;
import io.github.tapkustomer.paging.SearchWindow;
import io.github.tapkustomer.paging.UnseenPages;
import io.github.tapkustomer.paging.WindowReader;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.stream.Endpoint;
import io.github.tapkustomer.stream.Endpoint.AuditLogs;
import io.github.tapkustomer.stream.Endpoint.Children;
import io.github.tapkustomer.stream.Endpoint.History;
import io.github.tapkustomer.stream.Endpoint.Member;
import io.github.tapkustomer.stream.Endpoint.Pages;
import io.github.tapkustomer.stream.Endpoint.Search;
import io.github.tapkustomer.sync.SearchPart.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/** Plans the streams that are read by time: searches, their children, and the audit log. */
final class SearchRuns {
  /** Of parents, whose children take a request each, so that the bookmark moves often. */
  private static final int PARENTS_A_PAGE = 100;

  /** The archive's edge is not documented to the day. */
  private static final Duration BAND = Duration.ofDays(7);

  private static final Pages ALL_NOTES = new Pages("notes", 100, List.of(""), Member.DATA);

  private final Settings settings;
  private final KustomerClient client;
  private final StreamStatistics statistics;
  private final StreamEvents events;
  private final ExecutorService objectWorkers;

  SearchRuns(
      Settings settings,
      KustomerClient client,
      StreamStatistics statistics,
      StreamEvents events,
      ExecutorService objectWorkers) {
    this.settings = settings;
    this.client = client;
    this.statistics = statistics;
    this.events = events;
    this.objectWorkers = objectWorkers;
  }

  StreamRun plan(Endpoint endpoint, RecordFormat plan, StreamSink sink, Bookmark bookmark) {
    Instant now = client.serverClock().latest().truncatedTo(ChronoUnit.MILLIS);
    Instant until = settings.endDate().filter(end -> end.isBefore(now)).orElse(now);
    List<TimeRange> ranges =
        new ReadingRanges(settings.startDate(), until, settings.lookback(), settings.dateWindow())
            .of(bookmark);
    List<SearchPart> parts;
    List<CountedRange> counted = new ArrayList<>();
    int pageSize = settings.pageSizeLimit();
    if (endpoint instanceof AuditLogs logs) {
      AuditLogPages pages = new AuditLogPages(client, plan.stream().id(), logs, sink);
      parts = parts(ranges, new ClosedWindowReader(pages, new SearchLimits(logs.count(), 1)));
    } else if (endpoint instanceof Children children) {
      pageSize = Math.min(pageSize, PARENTS_A_PAGE);
      parts = parts(children, ranges, now, plan, sink, pageSize);
    } else {
      parts = parts((Search) endpoint, ranges, now, plan, sink, counted);
    }
    Quota quota = endpoint instanceof AuditLogs ? Quota.ORGANISATION : Quota.SEARCH;
    SplitPolicy splits = new SplitPolicy(pageSize);
    SearchRun run =
        new SearchRun(
            plan,
            quota,
            statistics,
            events,
            bookmark,
            parts,
            until,
            splits,
            new CountProof(plan.stream().id(), statistics, counted));
    Instant since = ranges.isEmpty() ? until : ranges.get(0).from();
    sink.onPage(page -> run.read(page, since));
    sink.onUnread(run::unread);
    return run;
  }

  private List<SearchPart> parts(
      Search search,
      List<TimeRange> ranges,
      Instant now,
      RecordFormat plan,
      StreamSink sink,
      List<CountedRange> counted) {
    String stream = plan.stream().id();
    int pageSize = settings.pageSizeLimit();
    UnseenPages unseen = new UnseenPages(plan);
    Function<Source, SearchPages> pages = source -> pages(stream, search, source, sink, pageSize);
    Function<Source, SearchPages> counting = source -> pages(stream, search, source, unseen, 1);
    WindowReader recent = keyset(pages.apply(Source.RECENT), pageSize);
    Horizon.Parts cut = Horizon.at(now, BAND).cut(ranges);
    Instant settled = now.minus(settings.lookback().multipliedBy(2));
    List<TimeRange> searched = new ArrayList<>(cut.head());
    searched.addAll(cut.recent());
    counted.addAll(counted(searched, settled, counting.apply(Source.RECENT), recent));
    if (search.history() == History.ARCHIVE) {
      WindowReader archive = new ArchiveWindowReader(keyset(pages.apply(Source.ARCHIVE), pageSize));
      // Around the horizon the archive still grows while it is read.
      counted.addAll(counted(cut.archived(), settled, counting.apply(Source.ARCHIVE), archive));
      return parts(cut, recent, archive, counted);
    }
    ListReader notes =
        new ListReader(new ApiListPages(client, stream, ALL_NOTES, sink), ALL_NOTES.pageSize());
    WindowReader old = new ArchiveWindowReader(new ListHistoryReader(notes, ALL_NOTES.passes()));
    return parts(cut.joined(), recent, old, counted);
  }

  /** What of ranges has settled, joined: a count is a request. */
  private static List<CountedRange> counted(
      List<TimeRange> ranges, Instant settled, SearchPages counting, WindowReader reader) {
    return ReadingRanges.merge(ranges).stream()
        .filter(range -> range.from().isBefore(settled))
        .map(range -> range.to().isBefore(settled) ? range : new TimeRange(range.from(), settled))
        .map(range -> new CountedRange(new RangeCount(range), counting, reader, false))
        .toList();
  }

  private SearchPages pages(
      String stream, Search search, Source source, PageSink sink, int pageSize) {
    SearchPages pages =
        new ApiSearchPages(client, requests(stream, search, source, pageSize), sink);
    if (search.attributes().equals(search.context())) {
      return pages;
    }
    Search byContext = new Search(search.context(), search.context(), search.history());
    return new EitherPages(
        pages, new ApiSearchPages(client, requests(stream, byContext, source, pageSize), sink));
  }

  private List<SearchPart> parts(
      Children children,
      List<TimeRange> ranges,
      Instant now,
      RecordFormat plan,
      StreamSink sink,
      int pageSize) {
    String stream = plan.stream().id();
    ObjectRequests each =
        new ObjectRequests(client, objectWorkers, stream, children.path(), Member.DATA, sink);
    Function<Source, SearchPages> pages =
        source ->
            new ChildSearchPages(
                client,
                requests(stream, children.parent(), source, pageSize),
                children.key(),
                each,
                sink);
    return SearchPart.momentsLast(
        parts(
            Horizon.at(now, BAND).cut(ranges),
            keyset(pages.apply(Source.RECENT), pageSize),
            new ArchiveWindowReader(keyset(pages.apply(Source.ARCHIVE), pageSize)),
            List.of()));
  }

  private static List<SearchPart> parts(List<TimeRange> ranges, WindowReader reader) {
    return ranges.stream()
        .map(range -> new SearchPart(new SearchWindow(range), reader, Turn.ANY))
        .toList();
  }

  /** Around the horizon the search is read first, then the archive. */
  private static List<SearchPart> parts(
      Horizon.Parts parts, WindowReader recent, WindowReader archive, List<CountedRange> counted) {
    List<SearchPart> all = new ArrayList<>();
    parts.head().forEach(range -> all.add(part(range, recent, Turn.FIRST, counted)));
    parts.archived().forEach(range -> all.add(part(range, archive, Turn.ANY, counted)));
    parts.recent().forEach(range -> all.add(part(range, recent, Turn.ANY, counted)));
    parts.again().forEach(range -> all.add(part(range, archive, Turn.LAST, List.of())));
    return all;
  }

  private static SearchPart part(
      TimeRange range, WindowReader reader, Turn turn, List<CountedRange> counted) {
    RangeCount count =
        counted.stream()
            .filter(part -> part.reader() == reader && part.overlaps(range))
            .findFirst()
            .map(CountedRange::count)
            .orElseGet(() -> new RangeCount(range));
    return new SearchPart(new SearchWindow(range, count), reader, turn);
  }

  private SearchRequests requests(String stream, Search search, Source source, int pageSize) {
    return new SearchRequests(stream, search, source, pageSize, settings.includeDeleted());
  }

  private static WindowReader keyset(SearchPages pages, int pageSize) {
    return new KeysetReader(pages, new SearchLimits(pageSize, SearchLimits.PAGES));
  }
}

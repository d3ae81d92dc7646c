package io.github.tapkustomer.plan;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.plan.PlannedWindow.Turn;
import io.github.tapkustomer.plan.StreamPlan.WindowPlan;
import io.github.tapkustomer.read.ArchiveReader;
import io.github.tapkustomer.read.LongListReader;
import io.github.tapkustomer.read.PageNumberReader;
import io.github.tapkustomer.read.RangeCount;
import io.github.tapkustomer.read.RecentIds;
import io.github.tapkustomer.read.SampleReader;
import io.github.tapkustomer.read.SizedPages;
import io.github.tapkustomer.read.WindowReader;
import io.github.tapkustomer.read.object.ChildrenReader;
import io.github.tapkustomer.read.object.NarrowedReader;
import io.github.tapkustomer.read.object.ObjectOutcomes;
import io.github.tapkustomer.read.object.ObjectRequests;
import io.github.tapkustomer.read.page.ApiListPages;
import io.github.tapkustomer.read.page.AuditLogPages;
import io.github.tapkustomer.read.page.RecordSink;
import io.github.tapkustomer.read.page.SearchPages;
import io.github.tapkustomer.read.page.SearchRequests;
import io.github.tapkustomer.read.page.SearchRequests.Source;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import io.github.tapkustomer.stream.Endpoint.AuditLogs;
import io.github.tapkustomer.stream.Endpoint.Pages;
import io.github.tapkustomer.stream.Endpoint.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans a stream that is read by time: a search, its children, or the audit log. */
final class WindowPlanner {
  /** Each parent takes a request for its children: a small page lets the bookmark move often. */
  private static final int PARENTS_A_PAGE = 100;

  /** The archive's boundary is not documented to the day. */
  private static final Duration BAND = Duration.ofDays(7);

  private final PlanningContext context;
  private final RecordFormat format;
  private final RecordSink sink;
  private final SearchReaders readers;
  private final Bookmark bookmark;
  private final Instant now;
  private final Instant until;
  private final Instant settled;

  /** Whatever was updated before this is certain to be in the index that counts and filters. */
  private final Instant indexed;

  private final List<TimeRange> ranges;

  WindowPlanner(PlanningContext context, RecordFormat format, RecordSink sink, Bookmark bookmark) {
    Settings settings = context.settings();
    this.context = context;
    this.format = format;
    this.sink = sink;
    this.bookmark = bookmark;
    this.now = context.now();
    this.until = settings.endDate().filter(end -> end.isBefore(now)).orElse(now);
    this.settled = now.minus(settings.lookback());
    this.indexed = settled.minus(settings.lookback());
    this.readers = new SearchReaders(context, stream(), sink, settled);
    this.ranges =
        new RangesToRead(settings.startDate(), until, settings.lookback(), settings.dateWindow())
            .of(bookmark);
  }

  private String stream() {
    return format.stream().id();
  }

  WindowPlan auditLogs(AuditLogs logs) {
    AuditLogPages pages = new AuditLogPages(context.client(), stream(), sink);
    WindowReader reader =
        context.sample()
            ? new SampleReader(pages)
            : new PageNumberReader(new SizedPages(stream(), pages, logs.count()), 1, settled);
    List<PlannedWindow> windows =
        ranges.stream()
            .map(range -> new PlannedWindow(Quota.ORGANIZATION, range, reader, Turn.ANY))
            .toList();
    return plan(windows, List.of(), Optional.empty());
  }

  /**
   * Plans the children of the objects that a search finds.
   *
   * @param ownDate a date of the children that the search can filter those objects by
   */
  WindowPlan children(
      Search parent, Optional<String> ownDate, ObjectRequests each, ObjectOutcomes outcomes) {
    WindowReader all = children(readers.requests(parent, Source.RECENT), each);
    WindowReader recent =
        ownDate
            .filter(date -> !context.sample())
            .<WindowReader>map(
                date ->
                    new NarrowedReader(
                        stream(),
                        date,
                        children(readers.requests(parent, Source.RECENT).having(date), each),
                        all,
                        indexed))
            .orElse(all);
    List<PlannedWindow> windows =
        windows(
            Horizon.at(now, BAND).cut(ranges),
            recent,
            Quota.SEARCH,
            new ArchiveReader(children(readers.requests(parent, Source.ARCHIVE), each)));
    return plan(
        context.sample()
            ? windows.subList(0, Math.min(1, windows.size()))
            : PlannedWindow.momentsLast(windows),
        List.of(),
        Optional.of(outcomes));
  }

  private WindowReader children(SearchRequests requests, ObjectRequests each) {
    return new ChildrenReader(
        context.parents(),
        requests,
        each,
        pages ->
            readers.keyset(pages, Math.min(context.settings().pageSizeLimit(), PARENTS_A_PAGE)));
  }

  WindowPlan search(Search search) {
    return search
        .history()
        .map(list -> withList(search, list))
        .orElseGet(() -> withArchive(search));
  }

  private WindowPlan withArchive(Search search) {
    Horizon.Parts cut = Horizon.at(now, BAND).cut(ranges);
    SearchPages recentPages = readers.pages(search, Source.RECENT);
    WindowReader recent = readers.keyset(recentPages);
    SearchPages archivePages = readers.pages(search, Source.ARCHIVE);
    WindowReader archive = new ArchiveReader(readers.keyset(archivePages));
    List<PlannedWindow> windows = windows(cut, recent, Quota.SEARCH, archive);
    List<CountedRange> counted = new ArrayList<>();
    counted.addAll(counted(cut.searched(), recentPages, recent, windows));
    // Around the horizon the archive still grows while it is read.
    counted.addAll(counted(cut.archived(), archivePages, archive, windows));
    return plan(windows, counted, Optional.empty());
  }

  private WindowPlan withList(Search search, Pages history) {
    Horizon.Parts cut = Horizon.at(now, BAND).cut(ranges).joined();
    RecentIds recentlyChanged = new RecentIds(settled);
    SearchPages pages = recentlyChanged.noting(readers.pages(search, Source.RECENT));
    WindowReader recent = readers.keyset(pages);
    WindowReader list = new ArchiveReader(history(history, recentlyChanged));
    List<PlannedWindow> windows = windows(cut, recent, Quota.ORGANIZATION, list);
    return plan(windows, counted(cut.searched(), pages, recent, windows), Optional.empty());
  }

  private WindowReader history(Pages list, RecentIds recentlyChanged) {
    return new LongListReader(
        stream(),
        new ApiListPages(context.client(), stream(), list, sink),
        list.passes().get(0),
        list.pageSize(),
        bookmark.unfinished().flatMap(Unfinished::place),
        recentlyChanged);
  }

  /** The settled part of the ranges, joined, since each count is a request. */
  private List<CountedRange> counted(
      List<TimeRange> parts, SearchPages pages, WindowReader reader, List<PlannedWindow> windows) {
    return TimeRange.merge(parts).stream()
        .flatMap(range -> range.before(indexed).stream())
        .map(range -> counted(range, pages, reader, windows))
        .toList();
  }

  private CountedRange counted(
      TimeRange range, SearchPages pages, WindowReader reader, List<PlannedWindow> windows) {
    List<RangeCount> counts =
        windows.stream()
            .filter(window -> window.reader() == reader)
            .filter(window -> window.range().overlap(range).isPresent())
            .map(PlannedWindow::count)
            .toList();
    return new CountedRange(range, counts, pages, reader, readers.recheck(pages));
  }

  /**
   * Around the horizon the search is read first, then the archive; a sample takes a request to each
   * at most.
   */
  private List<PlannedWindow> windows(
      Horizon.Parts parts, WindowReader recent, Quota archiveQuota, WindowReader archive) {
    List<PlannedWindow> all = new ArrayList<>();
    if (context.sample()) {
      TimeRange.hull(parts.searched())
          .ifPresent(range -> all.add(window(Quota.SEARCH, range, recent, Turn.FIRST)));
      TimeRange.hull(parts.old())
          .ifPresent(range -> all.add(window(archiveQuota, range, archive, Turn.LAST)));
      return all;
    }
    parts.head().forEach(range -> all.add(window(Quota.SEARCH, range, recent, Turn.FIRST)));
    parts.archived().forEach(range -> all.add(window(archiveQuota, range, archive, Turn.ANY)));
    parts.recent().forEach(range -> all.add(window(Quota.SEARCH, range, recent, Turn.ANY)));
    parts.again().forEach(range -> all.add(window(archiveQuota, range, archive, Turn.LAST)));
    return all;
  }

  private PlannedWindow window(Quota quota, TimeRange range, WindowReader reader, Turn turn) {
    RangeCount count = new RangeCount(range.before(indexed).orElse(range));
    return new PlannedWindow(quota, range, reader, turn, count);
  }

  private WindowPlan plan(
      List<PlannedWindow> windows, List<CountedRange> counted, Optional<ObjectOutcomes> outcomes) {
    Instant certain = context.client().serverClock().earliest();
    return new WindowPlan(
        format,
        bookmark,
        windows,
        counted,
        until,
        certain.isBefore(until) ? certain : until,
        outcomes);
  }
}

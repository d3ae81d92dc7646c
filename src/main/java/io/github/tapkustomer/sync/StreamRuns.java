package io.github.tapkustomer.sync;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.paging.ApiListPages;
import io.github.tapkustomer.paging.ListReader;
import io.github.tapkustomer.paging.ObjectList;
import io.github.tapkustomer.paging.ObjectRequests;
import io.github.tapkustomer.record.ParentPage.Parent;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stream.Endpoint;
import io.github.tapkustomer.stream.Endpoint.Member;
import io.github.tapkustomer.stream.Endpoint.Metadata;
import io.github.tapkustomer.stream.Endpoint.Pages;
import io.github.tapkustomer.stream.Endpoint.PerObject;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Plans how each selected stream is read, out of settings, bookmark and time. */
final class StreamRuns {
  private static final Duration CLOCKS_APART = Duration.ofDays(1);

  private final Settings settings;
  private final KustomerClient client;
  private final OutputQueue queue;
  private final RequestStatistics statistics;
  private final ExecutorService objectWorkers;

  /**
   * A planner of one sync.
   *
   * @param objectWorkers make the requests of which there is one for each object
   */
  StreamRuns(
      Settings settings,
      KustomerClient client,
      OutputQueue queue,
      RequestStatistics statistics,
      ExecutorService objectWorkers) {
    this.settings = settings;
    this.client = client;
    this.queue = queue;
    this.statistics = statistics;
    this.objectWorkers = objectWorkers;
  }

  StreamRun plan(SelectedStream selected, State state, boolean catalogGiven) {
    StreamDefinition definition = selected.definition();
    String name = selected.catalog().id();
    Remarks.tell(selected, state);
    RecordFormat plan =
        new RecordFormat(
            definition,
            selected.catalog(),
            catalogGiven,
            settings.includeDeleted(),
            state.addedColumns(name));
    StreamSink sink = new StreamSink(plan, queue, statistics.of(name));
    Bookmark bookmark = bookmark(selected, state);
    Endpoint endpoint = definition.endpoint();
    if (endpoint instanceof Pages pages) {
      return list(pages, plan, sink, bookmark);
    }
    if (endpoint instanceof PerObject each) {
      ObjectList objects = new ObjectList(client, name, each.list(), Optional.empty());
      return objects(plan, objects::read, each.path(), each.member(), sink);
    }
    if (endpoint instanceof Metadata metadata) {
      return objects(plan, () -> resources(name, metadata), "metadata/%s", Member.DATA, sink);
    }
    return new SearchRuns(settings, client, statistics.of(name), this::moved, objectWorkers)
        .plan(endpoint, plan, sink, bookmark);
  }

  /** Read from the future, the changes of the time between would be passed over. */
  private Bookmark bookmark(SelectedStream selected, State state) {
    String stream = selected.catalog().id();
    Bookmark bookmark = selected.bookmark(state);
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
    return bookmark;
  }

  private ListRun list(Pages pages, RecordFormat plan, StreamSink sink, Bookmark bookmark) {
    String name = plan.stream().id();
    return new ListRun(
        plan,
        pages,
        new ListReader(new ApiListPages(client, name, pages, sink), pages.pageSize()),
        statistics.of(name),
        this::moved,
        bookmark,
        plan.hasOwnTime() ? settings.startDate() : Instant.MIN,
        settings.endDate(),
        client.serverClock().earliest());
  }

  private ObjectsRun objects(
      RecordFormat plan,
      Supplier<List<Parent>> objects,
      String path,
      Member member,
      StreamSink sink) {
    String name = plan.stream().id();
    return new ObjectsRun(
        plan,
        objects,
        new ObjectRequests(client, objectWorkers, name, path, member, sink),
        statistics.of(name));
  }

  /** The resources that have custom attributes, with a klass' own. */
  private List<Parent> resources(String stream, Metadata metadata) {
    Pages klasses = (Pages) Streams.find("klasses").orElseThrow().endpoint();
    List<String> names = new ArrayList<>(metadata.resources());
    new ObjectList(client, stream, klasses, Optional.of("/name"))
        .read()
        .forEach(klass -> klass.key().ifPresent(name -> names.add("kobject." + name)));
    return names.stream()
        .map(name -> new Parent(name, Optional.empty(), Optional.of(name)))
        .toList();
  }

  private void moved(StreamRun run) {
    run.plan()
        .bookmarkKey()
        .ifPresent(key -> queue.put(new Output.Position(run.name(), key, run.bookmark())));
  }
}

package io.github.tapkustomer.plan;

import io.github.tapkustomer.plan.StreamPlan.ListPlan;
import io.github.tapkustomer.plan.StreamPlan.ObjectsPlan;
import io.github.tapkustomer.read.ListReader;
import io.github.tapkustomer.read.object.ObjectList;
import io.github.tapkustomer.read.object.ObjectOutcomes;
import io.github.tapkustomer.read.object.ObjectPaths;
import io.github.tapkustomer.read.object.ObjectRequests;
import io.github.tapkustomer.read.page.ApiListPages;
import io.github.tapkustomer.read.page.RecordSink;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.stream.Endpoint;
import io.github.tapkustomer.stream.Endpoint.AuditLogs;
import io.github.tapkustomer.stream.Endpoint.Children;
import io.github.tapkustomer.stream.Endpoint.Grandchildren;
import io.github.tapkustomer.stream.Endpoint.Member;
import io.github.tapkustomer.stream.Endpoint.Metadata;
import io.github.tapkustomer.stream.Endpoint.Pages;
import io.github.tapkustomer.stream.Endpoint.PerObject;
import io.github.tapkustomer.stream.Endpoint.Search;
import io.github.tapkustomer.stream.Streams;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Plans one stream by the kind of its endpoint. */
final class EndpointPlanner implements Endpoint.Visitor<StreamPlan> {
  private static final int OBJECT_PAGE = 100;

  private final PlanningContext context;
  private final RecordFormat format;
  private final RecordSink sink;
  private final Bookmark bookmark;

  EndpointPlanner(
      PlanningContext context, RecordFormat format, RecordSink sink, Bookmark bookmark) {
    this.context = context;
    this.format = format;
    this.sink = sink;
    this.bookmark = bookmark;
  }

  private String stream() {
    return format.stream().id();
  }

  @Override
  public StreamPlan search(Search search) {
    return windows().search(search);
  }

  @Override
  public StreamPlan auditLogs(AuditLogs logs) {
    return windows().auditLogs(logs);
  }

  @Override
  public StreamPlan children(Children children) {
    ObjectOutcomes outcomes = new ObjectOutcomes(children.isOptional());
    ObjectPaths paths = ObjectPaths.direct(children.path(), children.key());
    children.key().ifPresent(context.parents()::keep);
    ObjectRequests each = requests(paths, Member.DATA, children.pageSize(), outcomes);
    return windows().children(children.parent(), children.ownDate(), each, outcomes);
  }

  @Override
  public StreamPlan grandchildren(Grandchildren grandchildren) {
    ObjectOutcomes outcomes = new ObjectOutcomes();
    ObjectPaths paths =
        ObjectPaths.ofChildren(
            id -> objectsOf(list(grandchildren.children().of(id), Set.of())),
            grandchildren.path(),
            outcomes);
    ObjectRequests each = requests(paths, Member.DATA, OBJECT_PAGE, outcomes);
    return windows().children(grandchildren.parent(), Optional.empty(), each, outcomes);
  }

  private WindowPlanner windows() {
    return new WindowPlanner(context, format, sink, bookmark);
  }

  @Override
  public StreamPlan pages(Pages list) {
    Instant began = context.client().serverClock().earliest();
    boolean incremental = format.hasOwnTime();
    boolean endsWithActivation = format.tableVersion().isPresent();
    Instant since =
        endsWithActivation || !incremental
            ? Instant.MIN
            : bookmark
                .updatedAt()
                .map(at -> at.minus(context.settings().lookback()))
                .orElse(context.settings().startDate());
    ListReader reader =
        new ListReader(
            stream(),
            new ApiListPages(context.client(), stream(), list, sink),
            list.passes(),
            list.pageSize(),
            since,
            incremental ? context.settings().endDate() : Optional.empty(),
            began,
            endsWithActivation);
    return new ListPlan(format, bookmark, reader, began);
  }

  @Override
  public StreamPlan perObject(PerObject each) {
    ObjectList objects = list(each.list(), Set.of());
    return objects(List.of(() -> objectsOf(objects)), each.path(), each.member());
  }

  /** The standard resources, then each klass' own. */
  @Override
  public StreamPlan metadata(Metadata metadata) {
    ObjectList klasses = list(Streams.KLASSES, Set.of(Streams.KLASS_NAME));
    return objects(
        List.of(
            () -> metadata.resources().stream().map(Parent::of).toList(),
            () ->
                klasses.read().stream()
                    .flatMap(klass -> klass.key(Optional.of(Streams.KLASS_NAME)).stream())
                    .map(name -> Parent.of(Streams.resourceOf(name)))
                    .toList()),
        "/v1/metadata/%s",
        Member.DATA);
  }

  /** All of a list, or as many as a sample needs. */
  private List<Parent> objectsOf(ObjectList list) {
    return context.sample() ? list.readFirstPage().stream().limit(1).toList() : list.read();
  }

  private ObjectList list(Pages list, Set<String> keys) {
    return new ObjectList(context.client(), stream(), list, keys);
  }

  private ObjectsPlan objects(List<Supplier<List<Parent>>> objects, String path, Member member) {
    ObjectOutcomes outcomes = new ObjectOutcomes();
    ObjectPaths paths = ObjectPaths.direct(path, Optional.empty());
    return new ObjectsPlan(
        format, objects, requests(paths, member, OBJECT_PAGE, outcomes), outcomes);
  }

  private ObjectRequests requests(
      ObjectPaths paths, Member member, int pageSize, ObjectOutcomes outcomes) {
    return new ObjectRequests(
        context.client(),
        context.objectWorkers(),
        stream(),
        paths,
        member,
        pageSize,
        context.sample() ? 1 : Integer.MAX_VALUE,
        sink,
        outcomes);
  }
}

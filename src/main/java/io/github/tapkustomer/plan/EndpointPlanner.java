package io.github.tapkustomer.plan;

import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.plan.StreamPlan.ListPlan;
import io.github.tapkustomer.plan.StreamPlan.ObjectsPlan;
import io.github.tapkustomer.read.ListReader;
import io.github.tapkustomer.read.ObjectList;
import io.github.tapkustomer.read.ObjectOutcomes;
import io.github.tapkustomer.read.ObjectRequests;
import io.github.tapkustomer.read.page.ApiListPages;
import io.github.tapkustomer.read.page.RecordSink;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.stream.Endpoint;
import io.github.tapkustomer.stream.Endpoint.AuditLogs;
import io.github.tapkustomer.stream.Endpoint.Children;
import io.github.tapkustomer.stream.Endpoint.Member;
import io.github.tapkustomer.stream.Endpoint.Metadata;
import io.github.tapkustomer.stream.Endpoint.Pages;
import io.github.tapkustomer.stream.Endpoint.PerObject;
import io.github.tapkustomer.stream.Endpoint.Search;
import io.github.tapkustomer.stream.Streams;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Plans one stream by the kind of its endpoint. */
final class EndpointPlanner implements Endpoint.Visitor<StreamPlan> {
  private static final int OBJECT_PAGE = 100;

  private final Settings settings;
  private final KustomerClient client;
  private final ExecutorService objectWorkers;
  private final RecordFormat format;
  private final RecordSink sink;
  private final Bookmark bookmark;
  private final boolean sample;

  EndpointPlanner(
      Settings settings,
      KustomerClient client,
      ExecutorService objectWorkers,
      RecordFormat format,
      RecordSink sink,
      Bookmark bookmark,
      boolean sample) {
    this.settings = settings;
    this.client = client;
    this.objectWorkers = objectWorkers;
    this.format = format;
    this.sink = sink;
    this.bookmark = bookmark;
    this.sample = sample;
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
    ObjectOutcomes outcomes = new ObjectOutcomes();
    ObjectRequests each = requests(children.path(), Member.DATA, outcomes);
    return windows().children(children, each, outcomes);
  }

  private WindowPlanner windows() {
    return new WindowPlanner(settings, client, format, sink, bookmark, sample);
  }

  @Override
  public StreamPlan pages(Pages list) {
    Instant began = client.serverClock().earliest();
    boolean incremental = format.hasOwnTime();
    boolean endsWithActivation = format.tableVersion().isPresent();
    Instant since =
        endsWithActivation || !incremental
            ? Instant.MIN
            : bookmark
                .updatedAt()
                .map(at -> at.minus(settings.lookback()))
                .orElse(settings.startDate());
    ListReader reader =
        new ListReader(
            stream(),
            new ApiListPages(client, stream(), list, sink),
            list.passes(),
            list.pageSize(),
            since,
            incremental ? settings.endDate() : Optional.empty(),
            began,
            endsWithActivation);
    return new ListPlan(format, bookmark, reader, began);
  }

  @Override
  public StreamPlan perObject(PerObject each) {
    ObjectList objects = new ObjectList(client, stream(), each.list(), Optional.empty());
    return objects(
        List.of(sample ? objects::readFirstPage : objects::read), each.path(), each.member());
  }

  /** The standard resources, then each klass' own. */
  @Override
  public StreamPlan metadata(Metadata metadata) {
    ObjectList names = new ObjectList(client, stream(), Streams.KLASSES, Optional.of("/name"));
    return objects(
        List.of(
            () -> metadata.resources().stream().map(EndpointPlanner::resource).toList(),
            () ->
                names.read().stream()
                    .flatMap(klass -> klass.key().stream())
                    .map(name -> resource(Streams.resourceOf(name)))
                    .toList()),
        "metadata/%s",
        Member.DATA);
  }

  private static Parent resource(String name) {
    return new Parent(name, Optional.empty(), Optional.of(name));
  }

  private ObjectsPlan objects(List<Supplier<List<Parent>>> objects, String path, Member member) {
    ObjectOutcomes outcomes = new ObjectOutcomes();
    return new ObjectsPlan(format, objects, requests(path, member, outcomes), outcomes);
  }

  private ObjectRequests requests(String path, Member member, ObjectOutcomes outcomes) {
    return new ObjectRequests(
        client, objectWorkers, stream(), path, member, OBJECT_PAGE, sink, outcomes);
  }
}

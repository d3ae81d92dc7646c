package io.github.tapkustomer.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.discovery.StreamSamples;
import io.github.tapkustomer.http.AnswerReader;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.read.page.Alternatives;
import io.github.tapkustomer.read.page.SearchRequests;
import io.github.tapkustomer.read.page.SearchRequests.Source;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stream.Endpoint;
import io.github.tapkustomer.stream.Endpoint.AuditLogs;
import io.github.tapkustomer.stream.Endpoint.Children;
import io.github.tapkustomer.stream.Endpoint.Grandchildren;
import io.github.tapkustomer.stream.Endpoint.Member;
import io.github.tapkustomer.stream.Endpoint.Metadata;
import io.github.tapkustomer.stream.Endpoint.Pages;
import io.github.tapkustomer.stream.Endpoint.PerObject;
import io.github.tapkustomer.stream.Endpoint.Search;
import io.github.tapkustomer.stream.StreamDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Counts what there is to read of one stream, by asking for a page of one record. It makes a
 * request for every stream, which shows whether the key may read it.
 */
final class StreamCounter implements Endpoint.Visitor<StreamCheck> {
  private static final Duration DAY = Duration.ofDays(1);

  private final Settings settings;
  private final KustomerClient client;
  private final State state;
  private final StreamSamples samples;
  private final StreamDefinition stream;

  StreamCounter(
      Settings settings,
      KustomerClient client,
      State state,
      StreamSamples samples,
      StreamDefinition stream) {
    this.settings = settings;
    this.client = client;
    this.state = state;
    this.samples = samples;
    this.stream = stream;
  }

  @Override
  public StreamCheck search(Search search) {
    long records = count(search);
    return readable(
        OptionalLong.of(records),
        new Effort(Quota.SEARCH, pages(records, settings.pageSizeLimit())));
  }

  @Override
  public StreamCheck pages(Pages list) {
    long records = 0;
    long requests = 0;
    for (Pages pass : list.eachPass()) {
      OptionalLong total = total(pass);
      if (total.isEmpty()) {
        return unknown();
      }
      records += total.getAsLong();
      requests += pages(total.getAsLong(), list.pageSize());
    }
    // The list's own objects are counted; how many others come with them is unknown.
    return readable(
        list.member() == Member.INCLUDED ? OptionalLong.empty() : OptionalLong.of(records),
        new Effort(Quota.ORGANIZATION, requests));
  }

  @Override
  public StreamCheck perObject(PerObject each) {
    OptionalLong objects = total(each.list());
    if (objects.isEmpty()) {
      return unknown();
    }
    long requests = pages(objects.getAsLong(), each.list().pageSize()) + objects.getAsLong();
    return readable(OptionalLong.empty(), new Effort(Quota.ORGANIZATION, requests));
  }

  @Override
  public StreamCheck metadata(Metadata metadata) {
    samples.read(metadata, 1);
    return unknown();
  }

  @Override
  public StreamCheck auditLogs(AuditLogs logs) {
    samples.read(logs, 1);
    return unknown();
  }

  /** One request for each parent that changed; how many records that gives is unknown. */
  @Override
  public StreamCheck children(Children children) {
    return readable(OptionalLong.empty(), each(children.parent()));
  }

  /** At least one request for the children of each parent; those for the children come on top. */
  @Override
  public StreamCheck grandchildren(Grandchildren grandchildren) {
    return readable(OptionalLong.empty(), each(grandchildren.parent()));
  }

  private Effort each(Search parent) {
    Instant now = client.serverClock().latest();
    long ofDay = count(parent, Source.RECENT, new TimeRange(now.minus(DAY), now));
    long perHour = (ofDay + DAY.toHours() - 1) / DAY.toHours();
    return new Effort(Quota.ORGANIZATION, count(parent), OptionalLong.of(perHour));
  }

  private StreamCheck readable(OptionalLong records, Effort effort) {
    return StreamCheck.readable(stream.name(), records, Optional.of(effort));
  }

  private StreamCheck unknown() {
    return StreamCheck.readable(stream.name(), OptionalLong.empty(), Optional.empty());
  }

  private long count(Search search) {
    Instant now = client.serverClock().latest();
    Instant until = settings.endDate().filter(end -> end.isBefore(now)).orElse(now);
    Instant from = from();
    Instant horizon = now.atOffset(ZoneOffset.UTC).minusYears(2).toInstant();
    long records = 0;
    if (from.isBefore(until)) {
      records += count(search, Source.RECENT, new TimeRange(from, until));
    }
    if (from.isBefore(horizon) && search.history().isEmpty()) {
      Instant end = until.isBefore(horizon) ? until : horizon;
      records += count(search, Source.ARCHIVE, new TimeRange(from, end));
    }
    return records;
  }

  private long count(Search search, Source source, TimeRange range) {
    return new Alternatives<>(search.forms())
        .ask(form -> total(requests(form, source).page(range, 1, 1)))
        .orElse(0);
  }

  private SearchRequests requests(Search form, Source source) {
    return new SearchRequests(stream.name(), form, source, settings.includeDeleted());
  }

  private Instant from() {
    return stream
        .replication()
        .bookmark()
        .map(key -> state.bookmark(stream.name(), key))
        .flatMap(StreamCounter::reached)
        .map(at -> at.minus(settings.lookback()))
        .orElse(settings.startDate());
  }

  /** Everything before this was read; for a quiet stream that is later than its last update. */
  private static Optional<Instant> reached(Bookmark bookmark) {
    return bookmark
        .unfinished()
        .filter(unfinished -> unfinished.remaining().isEmpty())
        .map(Unfinished::until)
        .or(bookmark::updatedAt);
  }

  private OptionalLong total(Pages pass) {
    String parameters = pass.passes().get(0);
    String query = "?page=1&pageSize=1" + (parameters.isEmpty() ? "" : "&" + parameters);
    return total(ApiRequest.get(stream.name(), "/v1/" + pass.path() + query));
  }

  private OptionalLong total(ApiRequest request) {
    JsonNode total = client.ask(request, AnswerReader.json()).at("/meta/total");
    return total.isNumber() ? OptionalLong.of(total.asLong()) : OptionalLong.empty();
  }

  private static long pages(long records, int pageSize) {
    return Math.max(1, (records + pageSize - 1) / pageSize);
  }
}

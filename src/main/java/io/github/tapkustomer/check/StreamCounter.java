package io.github.tapkustomer.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.http.AnswerReader;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.read.page.SearchRequests;
import io.github.tapkustomer.read.page.SearchRequests.Source;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stream.Endpoint;
import io.github.tapkustomer.stream.Endpoint.Children;
import io.github.tapkustomer.stream.Endpoint.History;
import io.github.tapkustomer.stream.Endpoint.Member;
import io.github.tapkustomer.stream.Endpoint.Pages;
import io.github.tapkustomer.stream.Endpoint.Search;
import io.github.tapkustomer.stream.StreamDefinition;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/** Counts what there is to read, by asking for a page of one record. */
final class StreamCounter {

  private final Settings settings;
  private final KustomerClient client;
  private final State state;

  StreamCounter(Settings settings, KustomerClient client, State state) {
    this.settings = settings;
    this.client = client;
    this.state = state;
  }

  static Quota quota(StreamDefinition stream) {
    return stream.endpoint() instanceof Search ? Quota.SEARCH : Quota.ORGANISATION;
  }

  StreamCheck count(StreamDefinition stream) {
    Endpoint endpoint = stream.endpoint();
    if (endpoint instanceof Search search) {
      long records = count(stream, search);
      long requests = pages(records, settings.pageSizeLimit());
      return checked(stream, OptionalLong.of(records), OptionalLong.of(requests));
    }
    if (endpoint instanceof Pages list) {
      return count(stream, list);
    }
    if (endpoint instanceof Children children) {
      // One request for each parent that changed; how many records that gives nobody knows.
      long parents = count(stream, children.parent());
      return checked(stream, OptionalLong.empty(), OptionalLong.of(parents));
    }
    return checked(stream, OptionalLong.empty(), OptionalLong.empty());
  }

  private StreamCheck count(StreamDefinition stream, Pages list) {
    long records = 0;
    long requests = 0;
    for (String pass : list.passes()) {
      String query = "?page=1&pageSize=1" + (pass.isEmpty() ? "" : "&" + pass);
      OptionalLong total = total(ApiRequest.get(stream.name(), "/v1/" + list.path() + query));
      if (total.isEmpty()) {
        return checked(stream, OptionalLong.empty(), OptionalLong.empty());
      }
      records += total.getAsLong();
      requests += pages(total.getAsLong(), list.pageSize());
    }
    // Counted are the objects of the list; how many others come with them nobody knows.
    return list.member() == Member.INCLUDED
        ? checked(stream, OptionalLong.empty(), OptionalLong.of(requests))
        : checked(stream, OptionalLong.of(records), OptionalLong.of(requests));
  }

  private long count(StreamDefinition stream, Search search) {
    Instant now = client.serverClock().latest();
    Instant until = settings.endDate().filter(end -> end.isBefore(now)).orElse(now);
    Instant from = from(stream);
    Instant horizon = now.atOffset(ZoneOffset.UTC).minusYears(2).toInstant();
    long records = 0;
    if (from.isBefore(until)) {
      records += count(stream, search, Source.RECENT, new TimeRange(from, until));
    }
    if (from.isBefore(horizon) && search.history() == History.ARCHIVE) {
      Instant end = until.isBefore(horizon) ? until : horizon;
      records += count(stream, search, Source.ARCHIVE, new TimeRange(from, end));
    }
    return records;
  }

  private long count(StreamDefinition stream, Search search, Source source, TimeRange range) {
    SearchRequests requests =
        new SearchRequests(stream.name(), search, source, settings.includeDeleted());
    return total(requests.page(range, 1, 1)).orElse(0);
  }

  private Instant from(StreamDefinition stream) {
    return stream
        .replication()
        .bookmark()
        .map(key -> state.bookmark(stream.name(), key))
        .flatMap(StreamCounter::reached)
        .map(at -> at.minus(settings.lookback()))
        .orElse(settings.startDate());
  }

  /**
   * Up to where all is read; a stream that has been quiet was read further than its last update.
   */
  private static Optional<Instant> reached(Bookmark bookmark) {
    return bookmark
        .unfinished()
        .filter(unfinished -> unfinished.remaining().isEmpty())
        .map(Unfinished::until)
        .or(bookmark::updatedAt);
  }

  private OptionalLong total(ApiRequest request) {
    JsonNode total = client.ask(request, AnswerReader.json()).at("/meta/total");
    return total.isNumber() ? OptionalLong.of(total.asLong()) : OptionalLong.empty();
  }

  private static StreamCheck checked(
      StreamDefinition stream, OptionalLong records, OptionalLong requests) {
    return new StreamCheck(stream.name(), quota(stream), Optional.empty(), records, requests);
  }

  private static long pages(long records, int pageSize) {
    return Math.max(1, (records + pageSize - 1) / pageSize);
  }
}

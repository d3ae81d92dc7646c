package io.github.tapkustomer.sandbox.search;

import io.github.tapkustomer.sandbox.bodies.Renderer;
import io.github.tapkustomer.sandbox.json.JsonOut;
import io.github.tapkustomer.sandbox.misbehavior.Misbehavior;
import io.github.tapkustomer.sandbox.misbehavior.Misbehaviors;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.server.Answer;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.server.Page;
import io.github.tapkustomer.sandbox.server.Request;
import io.github.tapkustomer.sandbox.store.Found;
import io.github.tapkustomer.sandbox.store.Interval;
import io.github.tapkustomer.sandbox.store.Kind;
import io.github.tapkustomer.sandbox.store.SearchQuery;
import io.github.tapkustomer.sandbox.store.Slice;
import io.github.tapkustomer.sandbox.store.Table;
import io.github.tapkustomer.sandbox.store.Version;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Search and archive search, with their page limits and the horizon that separates them. */
public final class SearchEndpoint {
  private static final int LARGEST_PAGE = 500;
  private static final int LAST_PAGE = 100;
  private static final int HORIZON_YEARS = 2;
  private static final int TYPICAL_RECORD = 7_000;

  private final Organization organization;
  private final Duration indexLag;
  private final Misbehaviors misbehaviors;

  public SearchEndpoint(Organization organization, Duration indexLag, Misbehaviors misbehaviors) {
    this.misbehaviors = misbehaviors;
    this.organization = organization;
    this.indexLag = indexLag;
  }

  public Answer recent(Request request, List<String> parts) {
    return answer(request, new Interval(horizon(), Long.MAX_VALUE), false);
  }

  public Answer archived(Request request, List<String> parts) {
    return answer(request, new Interval(Long.MIN_VALUE, horizon()), true);
  }

  private long horizon() {
    return organization
        .clock()
        .instant()
        .atZone(ZoneOffset.UTC)
        .minusYears(HORIZON_YEARS)
        .toInstant()
        .toEpochMilli();
  }

  private Answer answer(Request request, Interval reach, boolean archive) {
    Page page = Page.ofSearch(request, LARGEST_PAGE, LAST_PAGE);
    SearchQuery query = SearchQueryReader.read(request.body(), organization.ids());
    if (misbehaviors.is(Misbehavior.PLAIN_SEARCHES) && query.needsScan()) {
      throw ApiError.badBody("/and", "unknown attribute");
    }
    if (misbehaviors.is(Misbehavior.SHUFFLED_SEARCHES)) {
      query = query.inNoOrder();
    }
    Kind kind = query.context().kind();
    if (archive && !kind.isArchived()) {
      throw ApiError.badBody("/queryContext", "the archive does not hold " + kind.path);
    }
    Table table = organization.table(kind);
    long indexedAt = organization.now() - indexLag.toMillis();
    Found found =
        table.search(
            query, query.updated().and(reach), new Slice(page.offset(), page.size()), indexedAt);
    boolean idsOnly = query.idsOnly() || request.query("idsOnly").equals(Optional.of("true"));
    boolean timedOut = request.timesOut();
    return Answer.json(body(table, page, timedOut ? found.firstHalf() : found, idsOnly, timedOut));
  }

  private JsonOut body(Table table, Page page, Found found, boolean idsOnly, boolean timedOut) {
    JsonOut out = new JsonOut(2_000 + found.records().size() * (idsOnly ? 60 : TYPICAL_RECORD));
    page.meta(out.open(), found.total());
    out.open("aggregations").close().flag("timed_out", timedOut).close();
    page.links(out, found.total()).openList("data");
    Renderer renderer = new Renderer(organization.ids());
    for (Version version : found.records()) {
      if (idsOnly) {
        renderer.idOnly(out, table.kind(), table.id(version), version);
      } else {
        renderer.record(out, table.kind(), table.id(version), version);
      }
    }
    return out.closeList().close();
  }
}

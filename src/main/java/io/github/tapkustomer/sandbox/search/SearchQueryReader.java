package io.github.tapkustomer.sandbox.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.store.Context;
import io.github.tapkustomer.sandbox.store.Ids;
import io.github.tapkustomer.sandbox.store.Interval;
import io.github.tapkustomer.sandbox.store.SearchQuery;
import io.github.tapkustomer.sandbox.store.Version;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a search body, and refuses whatever it does not understand, with the reason. */
final class SearchQueryReader {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Set<String> MEMBERS =
      Set.of("queryContext", "and", "or", "not", "sort", "includeDeleted", "idsOnly", "timeZone");

  private final JsonNode body;
  private final Context context;
  private final FilterReader filterReader;

  private SearchQueryReader(JsonNode body, Ids ids) {
    this.body = body;
    this.context = context();
    this.filterReader = new FilterReader(context, zone(), ids);
  }

  static SearchQuery read(byte[] bytes, Ids ids) {
    JsonNode body;
    try {
      body = MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw ApiError.badBody("/", "the body is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    if (body == null || !body.isObject()) {
      throw ApiError.badBody("/", "the body must be an object");
    }
    for (Map.Entry<String, JsonNode> member : body.properties()) {
      if (!MEMBERS.contains(member.getKey())) {
        throw ApiError.badBody("/" + member.getKey(), "unknown member " + member.getKey());
      }
    }
    return new SearchQueryReader(body, ids).read();
  }

  private SearchQuery read() {
    List<Filter> all = filters("and");
    List<Filter> any = filters("or");
    List<Filter> none = filters("not");
    Interval updated = Interval.ALWAYS;
    Predicate<Version> condition = version -> true;
    boolean needsScan = !any.isEmpty() || !none.isEmpty();
    for (Filter filter : all) {
      condition = condition.and(filter.condition());
      needsScan |= filter.updated().isEmpty();
      updated = updated.and(filter.updated().orElse(Interval.ALWAYS));
    }
    if (!any.isEmpty()) {
      condition = condition.and(version -> any.stream().anyMatch(f -> f.condition().test(version)));
    }
    condition = condition.and(version -> none.stream().noneMatch(f -> f.condition().test(version)));
    SortKey sort = SortKey.read(body.path("sort"), context);
    return new SearchQuery(
        context,
        updated,
        condition,
        needsScan || sort.byCreation(),
        sort.byCreation(),
        sort.descending(),
        flag("includeDeleted"),
        flag("idsOnly"),
        false);
  }

  private Context context() {
    JsonNode name = body.path("queryContext");
    if (!name.isTextual()) {
      throw ApiError.badBody("/queryContext", "queryContext must be a string");
    }
    return Context.named(name.textValue())
        .filter(context -> context.kind().isSearched())
        .orElseThrow(
            () -> ApiError.badBody("/queryContext", "unknown queryContext " + name.textValue()));
  }

  private ZoneId zone() {
    JsonNode given = body.path("timeZone");
    try {
      return given.isMissingNode() ? ZoneOffset.UTC : ZoneId.of(given.asText());
    } catch (DateTimeException e) {
      throw ApiError.badBody("/timeZone", "unknown time zone " + given.asText());
    }
  }

  private List<Filter> filters(String member) {
    JsonNode given = body.path(member);
    if (!given.isMissingNode() && !given.isArray()) {
      throw ApiError.badBody("/" + member, member + " must be an array");
    }
    List<Filter> filters = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      filters.add(filterReader.read(given.get(i), "/" + member + "/" + i));
    }
    return filters;
  }

  private boolean flag(String member) {
    JsonNode given = body.path(member);
    if (!given.isMissingNode() && !given.isBoolean()) {
      throw ApiError.badBody("/" + member, member + " must be true or false");
    }
    return given.booleanValue();
  }
}

package io.github.tapkustomer.simulation.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.Occurrence;
import io.github.tapkustomer.simulation.world.Organization;
import io.github.tapkustomer.simulation.world.Scenario;
import io.github.tapkustomer.simulation.world.Streams;
import io.github.tapkustomer.simulation.world.Tally;
import io.github.tapkustomer.simulation.world.Thing;
import io.github.tapkustomer.simulation.world.Thing.Version;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import okhttp3.Request;
import okio.Buffer;

/** {@code POST /v1/customers/search} and the archive's. */
final class Searches {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LAST_PAGE = 100;
  private static final String KLASS = "kobject_";
  private static final String CHILD_DATE = "conversation_time_created_at";
  private static final Map<String, String> CONTEXTS =
      Map.of(
          "company", "companies",
          "kobject", "kobjects",
          "note", "notes",
          "conversation", "conversations",
          "customer", "customers");

  private final Scenario scenario;
  private final Organization organization;
  private final Random random;
  private final Tally tally;

  Searches(Scenario scenario, Organization organization, Random random, Tally tally) {
    this.scenario = scenario;
    this.organization = organization;
    this.random = random;
    this.tally = tally;
  }

  Answer answer(Request request, Instant now, boolean archive) throws IOException {
    Buffer buffer = new Buffer();
    request.body().writeTo(buffer);
    JsonNode query = JSON.readTree(buffer.readUtf8());
    String context = query.path("queryContext").asText();
    boolean klass = context.startsWith(KLASS);
    String attribute = (klass ? "kobject" : context) + "_updated_at";
    String stream =
        klass ? Streams.KLASS + context.substring(KLASS.length()) : CONTEXTS.get(context);
    int page = Page.number(request.url(), "page", 1);
    int size = Page.number(request.url(), "pageSize", 100);
    if (stream == null || archive && context.equals("note") || page > LAST_PAGE || size > 500) {
      return Answer.refused(400, "no such context or page");
    }
    JsonNode byChildren = criterion(query.path("and"), CHILD_DATE);
    if (!byChildren.isMissingNode() && (archive || scenario.has(Feature.CHILD_FILTER_REFUSED))) {
      tally.count(Occurrence.NARROWING_REFUSED);
      return Answer.refused(400, "unknown attribute " + CHILD_DATE);
    }
    List<Shown> found = found(stream, query, attribute, now, archive);
    if (!byChildren.isMissingNode()) {
      int before = found.size();
      boolean empty = scenario.has(Feature.CHILD_FILTER_EMPTY);
      found.removeIf(shown -> empty || !hasTimes(shown.thing(), byChildren, now));
      tally.count(Occurrence.NARROWING_EMPTY, empty);
      tally.count(Occurrence.PARENTS_NARROWED, found.size() < before);
    }
    boolean unsorted = scenario.unsorted().contains(stream);
    sort(found, query.path("sort").path(0).path(attribute).asText().equals("asc"), unsorted);
    Page shown = Page.of(request.url(), found, largest(size));
    count(shown, archive, unsorted);
    boolean wrong = scenario.has(Feature.SEARCH_TOTAL_OF_PAGE);
    tally.count(Occurrence.SEARCH_TOTAL_WRONG, wrong && shown.next());
    String body = shown.body(Optional.of(wrong ? shown.shown().size() : found.size()), "");
    return new Answer(200, body, Optional.of(shown.partial()));
  }

  /** Whether the index knows a child of it with such a date. */
  private boolean hasTimes(Thing conversation, JsonNode bounds, Instant now) {
    Instant since = Instant.parse(bounds.path("gte").asText());
    return organization.of("conversation_times").stream()
        .filter(time -> time.parent().get().equals(conversation) && time.indexed(now).isPresent())
        .anyMatch(time -> !Organization.ownDate(time).isBefore(since));
  }

  private static JsonNode criterion(JsonNode criteria, String attribute) {
    for (JsonNode criterion : criteria) {
      if (criterion.has(attribute)) {
        return criterion.path(attribute);
      }
    }
    return JSON.missingNode();
  }

  private int largest(int asked) {
    return scenario.has(Feature.SEARCH_TOTAL_OF_PAGE) ? Math.max(2, asked - 1) : asked;
  }

  private List<Shown> found(
      String stream, JsonNode query, String attribute, Instant now, boolean archive) {
    Instant horizon = organization.horizon(now);
    List<Shown> found = new ArrayList<>();
    for (Thing thing : organization.of(stream)) {
      Optional<Version> version = thing.indexed(now);
      tally.count(Occurrence.INDEX_BEHIND, !version.equals(thing.listed(now)));
      if (version.isPresent()
          && version.get().updatedAt().isBefore(horizon) == archive
          && matches(version.get().updatedAt(), query.path("and"), attribute)
          && (query.path("includeDeleted").asBoolean() || !version.get().over())) {
        found.add(new Shown(thing, version.get(), scenario.has(Feature.DRIFTING_VALUES)));
      }
    }
    return found;
  }

  private void sort(List<Shown> found, boolean ascending, boolean unsorted) {
    Comparator<Shown> byTime = Comparator.comparing(Shown::updatedAt);
    Comparator<Shown> byId = Comparator.comparing(Shown::id);
    boolean other = scenario.replicas() && random.nextBoolean();
    tally.count(Occurrence.TIES_REORDERED, other);
    found.sort(byTime.thenComparing(other ? byId.reversed() : byId));
    if (unsorted && scenario.has(Feature.SHUFFLED)) {
      // The same order for the same records, as an index has that sorts by something else.
      found.sort(Comparator.comparing(shown -> shown.id().hashCode() * 0x9E3779B9));
    } else if (!ascending || unsorted) {
      Collections.reverse(found);
    }
  }

  private void count(Page page, boolean archive, boolean unsorted) {
    List<Shown> shown = page.shown();
    tally.count(Occurrence.ARCHIVE_READ, archive && !shown.isEmpty());
    tally.count(Occurrence.SEARCH_OUT_OF_ORDER, unsorted && shown.size() > 1);
    tally.count(Occurrence.MORE_THAN_100_PAGES, page.found() > LAST_PAGE * page.size());
    boolean ties =
        shown.size() > 1
            && page.next()
            && shown.get(0).updatedAt().equals(shown.get(shown.size() - 1).updatedAt());
    tally.count(Occurrence.TIES_BEYOND_A_PAGE, ties);
  }

  private static boolean matches(Instant at, JsonNode criteria, String attribute) {
    for (JsonNode criterion : criteria) {
      if (criterion.has(CHILD_DATE)) {
        continue;
      }
      JsonNode bounds = criterion.path(attribute);
      if (bounds.size() != 1) {
        throw new AssertionError("not a criterion of " + attribute + ": " + criterion);
      }
      String operator = bounds.fieldNames().next();
      int order = at.compareTo(Instant.parse(bounds.path(operator).asText()));
      boolean fits =
          switch (operator) {
            case "gt" -> order > 0;
            case "gte" -> order >= 0;
            case "lt" -> order < 0;
            case "lte" -> order <= 0;
            default -> throw new AssertionError("no such operator: " + operator);
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}

package io.github.tapkustomer.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tapkustomer.simulation.Thing.Version;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.Buffer;

/** Answers as the Kustomer API does, by what its documentation says; knows nothing of the tap. */
final class SimulatedKustomer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LAST_PAGE = 100;
  private static final Map<String, String> CONTEXTS =
      Map.of("company", "companies", "kobject", "kobjects", "note", "notes");

  private final Scenario scenario;
  private final Organisation organisation;
  private final Random random;

  SimulatedKustomer(Scenario scenario, Organisation organisation, Random random) {
    this.scenario = scenario;
    this.organisation = organisation;
    this.random = random;
  }

  /**
   * An answer.
   *
   * @param partial half of the records it should have, where it is cut by a time limit
   */
  record Answer(int status, String body, Optional<String> partial) {
    static Answer refused(int status, String why) {
      return new Answer(
          status, "{\"errors\":[{\"code\":\"bad\",\"message\":\"%s\"}]}".formatted(why), none());
    }

    private static Optional<String> none() {
      return Optional.empty();
    }
  }

  private record Shown(String id, Version version) {}

  Answer answer(Request request, Instant now) throws IOException {
    organisation.passUntil(now);
    HttpUrl url = request.url();
    return switch (url.encodedPath()) {
      case "/v1/users/current" ->
          new Answer(200, "{\"data\":{\"type\":\"user\",\"id\":\"me\"}}", Optional.empty());
      case "/v1/customers/search" -> search(request, now, false);
      case "/v1/customers/archive/search" -> search(request, now, true);
      default -> list(url, now);
    };
  }

  private Answer list(HttpUrl url, Instant now) {
    String stream = url.encodedPath().substring("/v1/".length());
    List<Shown> all = new ArrayList<>();
    for (Thing thing : organisation.of(stream)) {
      thing.listed(now).ifPresent(version -> all.add(new Shown(thing.id(), version)));
    }
    boolean total = scenario.totalsOfLists();
    return page(url, all, total, false);
  }

  private Answer search(Request request, Instant now, boolean archive) throws IOException {
    Buffer buffer = new Buffer();
    request.body().writeTo(buffer);
    JsonNode query = JSON.readTree(buffer.readUtf8());
    String context = query.path("queryContext").asText();
    String stream = CONTEXTS.get(context);
    if (stream == null || archive && context.equals("note")) {
      return Answer.refused(400, "no such context");
    }
    Instant horizon =
        now.atOffset(ZoneOffset.UTC).minusYears(2).toInstant().plus(scenario.horizonOffset());
    List<Shown> found = new ArrayList<>();
    for (Thing thing : organisation.of(stream)) {
      Optional<Version> version = thing.indexed(now);
      if (version.isPresent()
          && version.get().updatedAt().isBefore(horizon) == archive
          && matches(version.get().updatedAt(), query.path("and"), context + "_updated_at")
          && (query.path("includeDeleted").asBoolean() || !version.get().deleted())) {
        found.add(new Shown(thing.id(), version.get()));
      }
    }
    found.sort(order());
    boolean ascending =
        query.path("sort").path(0).path(context + "_updated_at").asText().equals("asc");
    if (!ascending || scenario.unsorted().contains(stream)) {
      Collections.reverse(found);
    }
    return page(request.url(), found, true, true);
  }

  private Comparator<Shown> order() {
    Comparator<Shown> byTime = Comparator.comparing(shown -> shown.version().updatedAt());
    Comparator<Shown> byId = Comparator.comparing(Shown::id);
    return byTime.thenComparing(
        scenario.replicas() && random.nextBoolean() ? byId.reversed() : byId);
  }

  private static boolean matches(Instant at, JsonNode criteria, String attribute) {
    for (JsonNode criterion : criteria) {
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

  private Answer page(HttpUrl url, List<Shown> found, boolean total, boolean search) {
    int page = Integer.parseInt(url.queryParameter("page"));
    int size = Integer.parseInt(url.queryParameter("pageSize"));
    if (search && page > LAST_PAGE || size > 500) {
      return Answer.refused(400, "no such page");
    }
    // Lists are asked for 100 and more at once; so that they have pages, these are smaller here.
    int given = search ? size : Math.min(size, scenario.pageSize() + 2);
    int from = Math.min(found.size(), (page - 1) * given);
    List<Shown> shown = found.subList(from, Math.min(found.size(), from + given));
    boolean more = from + given < found.size();
    String totals = total ? ",\"total\":" + found.size() : "";
    String links = "\"links\":{\"next\":%s}".formatted(more ? "\"/next\"" : "null");
    String whole =
        "{\"meta\":{\"page\":%d,\"pageSize\":%d%s},%s,\"data\":[%s]}"
            .formatted(page, given, totals, links, render(shown));
    Optional<String> partial =
        search
            ? Optional.of(
                "{\"meta\":{\"timed_out\":true,\"total\":%d},%s,\"data\":[%s]}"
                    .formatted(found.size() / 2, links, render(shown.subList(0, shown.size() / 2))))
            : Optional.empty();
    return new Answer(200, whole, partial);
  }

  private static String render(List<Shown> shown) {
    return shown.stream()
        .map(
            one ->
                "{\"type\":\"x\",\"id\":\"%s\",\"attributes\":{\"updatedAt\":\"%s\",\"deleted\":%s}}"
                    .formatted(
                        one.id(), Timestamp.of(one.version().updatedAt()), one.version().deleted()))
        .collect(Collectors.joining(","));
  }
}

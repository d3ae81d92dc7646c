package io.github.tapkustomer.simulation.api;

import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.Occurrence;
import io.github.tapkustomer.simulation.world.Organization;
import io.github.tapkustomer.simulation.world.Scenario;
import io.github.tapkustomer.simulation.world.Tally;
import io.github.tapkustomer.simulation.world.Thing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/** {@code GET /v1/audit-logs}: the newest entries between two times. */
final class AuditLog {
  private static final String STREAM = "audit_logs";

  private final Scenario scenario;
  private final Organization organization;
  private final Tally tally;

  AuditLog(Scenario scenario, Organization organization, Tally tally) {
    this.scenario = scenario;
    this.organization = organization;
    this.tally = tally;
  }

  Answer answer(HttpUrl url, Instant now) {
    Optional<String> before = Optional.ofNullable(url.queryParameter("before"));
    Optional<String> after = Optional.ofNullable(url.queryParameter("after"));
    if (before.isPresent() != after.isPresent()) {
      return Answer.refused(400, "before and after each need the other");
    }
    Instant start = time(url, "filter[start]", Instant.MIN);
    Instant end = time(url, "filter[end]", Instant.MAX);
    List<Shown> found = new ArrayList<>();
    for (Thing entry : organization.of(STREAM)) {
      Organization.shown(STREAM, entry, now)
          .filter(shown -> !shown.updatedAt().isBefore(start) && !shown.updatedAt().isAfter(end))
          .ifPresent(
              shown -> found.add(new Shown(entry, shown, scenario.has(Feature.DRIFTING_VALUES))));
      tally.count(
          Occurrence.AUDIT_ENTRY_EXPIRED,
          entry.listed(now).isPresent() && Organization.shown(STREAM, entry, now).isEmpty());
    }
    found.sort(Comparator.comparing(Shown::updatedAt).thenComparing(Shown::id).reversed());
    int count = Page.number(url, "count", 100);
    boolean capped = scenario.has(Feature.AUDIT_LOG_CAP);
    int given = capped ? Math.min(count, scenario.listPageSize() + 8) : count;
    int from = before.map(id -> behind(found, id)).orElse(0);
    int to = Math.min(found.size(), from + given);
    boolean next = to < found.size();
    tally.count(Occurrence.AUDIT_PAGE_CAPPED, capped && next);
    Page page = new Page(1, given, found.subList(from, to), found.size(), next);
    return Answer.of(page.body(Optional.empty(), ""));
  }

  private static int behind(List<Shown> found, String id) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).id().equals(id)) {
        return i + 1;
      }
    }
    return found.size();
  }

  private static Instant time(HttpUrl url, String parameter, Instant otherwise) {
    String text = url.queryParameter(parameter);
    return text == null ? otherwise : Instant.parse(text);
  }
}

package io.github.tapkustomer.simulation.api;

import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.ListHabits;
import io.github.tapkustomer.simulation.world.ListHabits.Total;
import io.github.tapkustomer.simulation.world.Occurrence;
import io.github.tapkustomer.simulation.world.Organization;
import io.github.tapkustomer.simulation.world.Scenario;
import io.github.tapkustomer.simulation.world.Streams;
import io.github.tapkustomer.simulation.world.Tally;
import io.github.tapkustomer.simulation.world.Thing;
import io.github.tapkustomer.simulation.world.Thing.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** {@code GET /v1/<path>?page=&pageSize=}. */
final class Lists {
  private final Scenario scenario;
  private final Organization organization;
  private final Random random;
  private final Tally tally;

  Lists(Scenario scenario, Organization organization, Random random, Tally tally) {
    this.scenario = scenario;
    this.organization = organization;
    this.random = random;
    this.tally = tally;
  }

  Answer answer(HttpUrl url, String path, Instant now) {
    String stream = Streams.ofPath(path);
    ListHabits habits = scenario.lists();
    boolean stale = !habits.staleness().isZero() && random.nextInt(3) == 0;
    List<Shown> all = shown(stream, url, stale ? now.minus(habits.staleness()) : now);
    if (!habits.lag().isZero() || stale) {
      count(stream, url, now, all, stale);
    }
    // The total of SLAs does not count their versions: only a link tells whether more come.
    boolean linked = !scenario.has(Feature.LIST_WITHOUT_LINKS) || stream.equals("slas");
    // Without links and a total, a page that is smaller than asked for has to be the last.
    boolean capped = linked || habits.total() == Total.EXACT;
    Page page = Page.of(url, all, capped ? scenario.listPageSize() : Integer.MAX_VALUE);
    boolean again = page.number() == 1 && !all.isEmpty() && url.queryParameter("status") == null;
    if (again) {
      organization.readFromStart(stream);
    }
    tally.count(Occurrence.LIST_WITHOUT_TOTAL, habits.total() == Total.NONE && page.next());
    tally.count(Occurrence.LIST_TOTAL_WRONG, habits.total() == Total.OF_PAGE && page.next());
    tally.count(Occurrence.HISTORY_OF_NOTES_READ, stream.equals("notes"));
    tally.count(Occurrence.LIST_WITHOUT_LINKS, !linked && page.next());
    String body = page.body(total(page), included(stream, page, now));
    return Answer.of(linked ? body : page.withoutLinks(body));
  }

  private List<Shown> shown(String stream, HttpUrl url, Instant at) {
    String deleted = url.queryParameter("deleted");
    List<Shown> all = new ArrayList<>();
    for (Thing thing : organization.of(stream)) {
      Optional<Version> version = thing.listed(at);
      if (version.isPresent()
          && (deleted == null || version.get().over() == deleted.equals("true"))) {
        all.add(new Shown(thing, version.get(), scenario.has(Feature.DRIFTING_VALUES)));
      }
    }
    switch (scenario.lists().order()) {
      case NEWEST_FIRST -> Collections.reverse(all);
      case CHANGED_LAST -> all.sort(Comparator.comparing(Shown::updatedAt));
      case CHANGED_FIRST -> all.sort(Comparator.comparing(Shown::updatedAt).reversed());
      default -> {}
    }
    return all;
  }

  private void count(String stream, HttpUrl url, Instant now, List<Shown> all, boolean stale) {
    boolean late =
        organization.of(stream).stream()
            .anyMatch(thing -> !thing.newestBy(now).equals(thing.listed(now)));
    tally.count(Occurrence.LIST_SHOWN_LATE, late);
    tally.count(Occurrence.STALE_REPLICA_SERVED, stale && !all.equals(shown(stream, url, now)));
  }

  private Optional<Integer> total(Page page) {
    return switch (scenario.lists().total()) {
      case EXACT -> Optional.of(page.found());
      case OF_PAGE -> Optional.of(page.shown().size());
      case NONE -> Optional.empty();
    };
  }

  /** The versions of the SLAs on the page. */
  private String included(String stream, Page page, Instant now) {
    if (!stream.equals("slas")) {
      return "";
    }
    List<Thing> slas = page.shown().stream().map(Shown::thing).toList();
    return ",\"included\":[%s]"
        .formatted(
            organization.of("sla_versions").stream()
                .filter(version -> slas.contains(version.parent().get()))
                .map(
                    version ->
                        new Shown(
                                version,
                                version.listed(now).get(),
                                scenario.has(Feature.DRIFTING_VALUES))
                            .json())
                .collect(Collectors.joining(",")));
  }
}

package io.github.tapkustomer.simulation;

import static io.github.tapkustomer.simulation.law.Ledger.require;

import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.Organization;
import io.github.tapkustomer.simulation.world.Scenario;
import io.github.tapkustomer.simulation.world.Streams;
import io.github.tapkustomer.simulation.world.Streams.Kind;
import java.util.Map;

/** How many requests a run may take. */
final class RequestBounds {
  /** Of 200 days each, since 1970, and what they take to be shared and counted. */
  private static final int WINDOWS = 125;

  /** To ask for a record of each stream. */
  static final int DISCOVERY = 150;

  private final Scenario scenario;
  private final Organization organization;
  private final boolean windows;

  RequestBounds(Scenario scenario, Organization organization, boolean windows) {
    this.scenario = scenario;
    this.organization = organization;
    this.windows = windows;
  }

  /** A list takes at most twice its pages; where entries keep leaving it, a few times more. */
  void checkLists(Map<String, Integer> goodByPath) {
    for (String stream : scenario.streams()) {
      if (Streams.kind(stream) != Kind.LIST) {
        continue;
      }
      int size = organization.of(stream).size();
      int pages = pages(size, scenario.listPageSize());
      // A second reading asks for a record less in each page, and for fewer where one would end as
      // one of the first did: that counts where pages are tiny.
      int second = pages(size, Math.max(scenario.listPageSize() - 1, 2)) + size / 40;
      int bound = pages + Math.max(pages, second);
      String path = "/v1/" + Streams.path(stream);
      goodByPath.forEach(
          (list, times) ->
              require(
                  !list.split("\\?")[0].equals(path) || times <= bound,
                  "%d requests for %s, a list of %d pages",
                  times,
                  stream,
                  pages));
    }
  }

  private static boolean isReadByTime(String stream) {
    Kind kind = Streams.kind(stream);
    return kind == Kind.SEARCH || kind == Kind.CHILDREN || kind == Kind.AUDIT_LOG;
  }

  private static int pages(int size, int pageSize) {
    return 1 + (size + pageSize - 1) / pageSize;
  }

  void check(long requests) {
    long things = 0;
    long objects = scenario.has(Feature.MISLEADING_ROLES) ? DISCOVERY : 0;
    for (String stream : scenario.streams()) {
      String parent = Streams.parent(stream);
      things += organization.of(stream).size() + organization.of(parent).size();
      objects += Streams.kind(stream) == Kind.METADATA ? 40 : 0;
      // The sessions of a customer are a list, read twice, and a request each.
      int each = stream.equals("session_events") ? 12 : 3;
      objects +=
          stream.equals("session_events") ? 2L * organization.of("customer_sessions").size() : 0;
      objects += parent.isEmpty() ? 0 : each * organization.of(parent).size();
      objects += stream.startsWith(Streams.KLASS) ? 60 : 0;
      objects += Streams.kind(stream) == Kind.AUDIT_LOG ? 60 : 0;
      objects += windows && isReadByTime(stream) ? WINDOWS : 0;
    }
    long bound = 60 + objects + 12 * (things + organization.changes()) / scenario.pageSize();
    require(requests <= bound, "%d requests for %d things", requests, things);
  }
}

package io.github.tapkustomer.simulation;

import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.Occurrence;
import io.github.tapkustomer.simulation.world.Scenario;
import io.github.tapkustomer.simulation.world.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** The requests of each minute, and the answers that tell how many are left. */
final class Budgets {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  private final Scenario scenario;
  private final Random random;
  private final Tally tally;
  private final boolean parallel;
  private final Budget searches;
  private final Budget others;

  /**
   * Unused budgets.
   *
   * @param parallel whether several threads ask, and so all answers to searches tell the budget
   */
  Budgets(Scenario scenario, Random random, Tally tally, boolean parallel) {
    this.scenario = scenario;
    this.random = random;
    this.tally = tally;
    this.parallel = parallel;
    this.searches = new Budget(scenario.searchLimit());
    this.others = new Budget(scenario.organizationLimit());
  }

  /** Takes one request, if there is one left. */
  boolean take(boolean search, Instant now) {
    return (search ? searches : others).take(now);
  }

  /** A minute's requests; other taps can take their part of them. */
  private final class Budget {
    private final int limit;
    private long window = -1;
    private int used;

    Budget(int limit) {
      this.limit = limit;
    }

    boolean take(Instant now) {
      if (now.getEpochSecond() / 60 != window) {
        window = now.getEpochSecond() / 60;
        boolean shared = scenario.has(Feature.OTHER_TAPS) && !parallel && limit < 1000;
        used = shared ? random.nextInt(limit) : 0;
        tally.count(Occurrence.BUDGET_TAKEN_BY_OTHERS, used > 0);
      }
      used++;
      return used <= limit;
    }

    int left() {
      return Math.max(0, limit - used);
    }
  }

  /** An answer of the API. */
  Response response(Request request, int status, String body, Instant now, boolean search) {
    return response(request, status, body, JSON, now, search);
  }

  /**
   * An answer of this type.
   *
   * @param told whether it tells the budget of searches
   */
  Response response(
      Request request, int status, String body, MediaType type, Instant now, boolean told) {
    Response.Builder builder =
        new Response.Builder()
            .request(request)
            .protocol(Protocol.HTTP_1_1)
            .code(status)
            .message("x")
            .header("Date", DATE.format(now.atOffset(ZoneOffset.UTC)))
            .body(ResponseBody.create(body.getBytes(StandardCharsets.UTF_8), type));
    boolean search = request.url().encodedPath().endsWith("/search");
    if (told || !search && !parallel && scenario.organizationLimit() < 1000) {
      Budget budget = search ? searches : others;
      builder
          .header("x-ratelimit-limit", String.valueOf(budget.limit))
          .header("x-ratelimit-remaining", String.valueOf(budget.left()))
          .header("x-ratelimit-reset", String.valueOf((now.getEpochSecond() / 60 + 1) * 60));
    }
    return builder.build();
  }
}

package io.github.tapkustomer.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tapkustomer.http.InProcess;
import io.github.tapkustomer.simulation.world.Timestamp;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * A search and its archive over records that stand still, and the list of all notes, with a latency
 * and a budget, in simulated time.
 */
final class PacedServer implements InProcess.Server {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType TYPE = MediaType.get("application/json");
  private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  private final Turns turns;
  private final Duration latency;
  private final int limit;
  private final long window;
  private final long phase;
  private final long horizon;
  private final Map<String, long[]> times = new HashMap<>();
  private long windowStart = Long.MIN_VALUE;
  private int used;
  private int searches;
  private int refused;

  /**
   * A server before its first request.
   *
   * @param records how many each search context has, spread over almost all of the age
   * @param age of the oldest records
   * @param phase how far from a multiple of the window its windows begin
   */
  PacedServer(
      Turns turns,
      Map<String, Integer> records,
      Duration age,
      Duration latency,
      int limit,
      Duration window,
      Duration phase) {
    this.turns = turns;
    this.latency = latency;
    this.limit = limit;
    this.window = window.toMillis();
    this.phase = phase.toMillis();
    Instant now = turns.serverNow();
    this.horizon = now.atOffset(ZoneOffset.UTC).minusYears(2).toInstant().toEpochMilli();
    long start = now.minus(age).toEpochMilli();
    Random random = new Random(this.phase);
    records.forEach(
        (context, count) ->
            times.put(
                context,
                random.longs(count, start, start + age.toMillis() * 35 / 36).sorted().toArray()));
  }

  int searches() {
    return searches;
  }

  int refused() {
    return refused;
  }

  @Override
  public Response answer(Request request) throws IOException {
    Buffer body = new Buffer();
    if (request.body() != null) {
      request.body().writeTo(body);
    }
    String text = body.readUtf8();
    boolean search = request.url().encodedPath().endsWith("/search");
    Response.Builder response = search ? count(request) : response(request, 200);
    long took = latency.toMillis() * (90 + Math.floorMod(text.hashCode(), 20)) / 100;
    return turns.answer(
        request.url() + text,
        Duration.ofMillis(took),
        () -> response.body(body(request, text)).build());
  }

  /** A search counts when it comes. */
  private synchronized Response.Builder count(Request request) {
    long now = turns.serverNow().toEpochMilli();
    long start = now - Math.floorMod(now - phase, window);
    used = start == windowStart ? used + 1 : 1;
    windowStart = start;
    searches++;
    refused += used > limit ? 1 : 0;
    long reset = Math.floorDiv(start + window + 999, 1000);
    return response(request, used > limit ? 429 : 200)
        .header("x-ratelimit-limit", String.valueOf(limit))
        .header("x-ratelimit-remaining", String.valueOf(Math.max(0, limit - used)))
        .header("x-ratelimit-reset", String.valueOf(reset));
  }

  private ResponseBody body(Request request, String query) throws IOException {
    String path = request.url().encodedPath();
    String text = "{\"data\":{}}";
    if (path.endsWith("/search")) {
      text = found(request, path.contains("/archive/"), JSON.readTree(query));
    } else if (path.endsWith("/notes")) {
      text = listed(request, times.get("note"));
    }
    return ResponseBody.create(text, TYPE);
  }

  private String found(Request request, boolean archived, JsonNode query) {
    String context = query.path("queryContext").asText();
    JsonNode and = query.path("and");
    String filter = context + "_updated_at";
    long from = Instant.parse(and.path(0).path(filter).path("gte").asText()).toEpochMilli();
    long to = Instant.parse(and.path(1).path(filter).path("lt").asText()).toEpochMilli();
    long[] all = times.get(context);
    int first = first(all, archived ? from : Math.max(from, horizon));
    int end = first(all, archived ? Math.min(to, horizon) : to);
    return page(all, first, end, number(request, "pageSize"));
  }

  private static String listed(Request request, long[] all) {
    int size = number(request, "pageSize");
    return page(all, (number(request, "page") - 1) * size, all.length, size);
  }

  private static int number(Request request, String parameter) {
    return Integer.parseInt(request.url().queryParameter(parameter));
  }

  private static String page(long[] all, int from, int to, int size) {
    StringBuilder data = new StringBuilder();
    for (int i = from; i < Math.min(to, from + size); i++) {
      data.append(i == from ? "" : ",")
          .append("{\"id\":\"%d\",\"attributes\":{\"updatedAt\":\"".formatted(i))
          .append(Timestamp.of(Instant.ofEpochMilli(all[i])))
          .append("\"}}");
    }
    return "{\"meta\":{\"total\":%d},\"data\":[%s]}".formatted(Math.max(0, to - from), data);
  }

  private static int first(long[] all, long time) {
    int at = Arrays.binarySearch(all, time);
    while (at > 0 && all[at - 1] == all[at]) {
      at--;
    }
    return at < 0 ? -at - 1 : at;
  }

  private Response.Builder response(Request request, int status) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("x")
        .header("Date", DATE.format(turns.serverNow().atOffset(ZoneOffset.UTC)));
  }
}

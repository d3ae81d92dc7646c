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
import java.util.Random;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** A search over records that stand still, with a latency and a budget, in simulated time. */
final class PacedServer implements InProcess.Server {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType TYPE = MediaType.get("application/json");
  private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  private final Turns turns;
  private final Duration latency;
  private final int limit;
  private final long window;
  private final long phase;
  private final long[] times;
  private final Random random;
  private long windowStart = Long.MIN_VALUE;
  private int used;
  private int searches;
  private int refused;

  /**
   * A server before its first request.
   *
   * @param records of each stream, spread over most of a year
   * @param phase how far from a multiple of the window its windows begin
   */
  PacedServer(
      Turns turns, int records, Duration latency, int limit, Duration window, Duration phase) {
    this.turns = turns;
    this.latency = latency;
    this.limit = limit;
    this.window = window.toMillis();
    this.phase = phase.toMillis();
    this.random = new Random(this.phase);
    long start = turns.serverNow().minus(Duration.ofDays(360)).toEpochMilli();
    this.times =
        random
            .longs(records, 0, Duration.ofDays(350).toMillis())
            .map(offset -> start + offset)
            .sorted()
            .toArray();
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
    boolean search = request.url().encodedPath().endsWith("/search");
    String text = search ? found(request, JSON.readTree(query)) : "{\"data\":{}}";
    return ResponseBody.create(text, TYPE);
  }

  private String found(Request request, JsonNode query) {
    int size = Integer.parseInt(request.url().queryParameter("pageSize"));
    String context = query.path("queryContext").asText();
    int from = first(query.path("and").path(0).path(context + "_updated_at").path("gte").asText());
    int to = first(query.path("and").path(1).path(context + "_updated_at").path("lt").asText());
    StringBuilder data = new StringBuilder();
    for (int i = from; i < Math.min(to, from + size); i++) {
      data.append(i == from ? "" : ",")
          .append("{\"id\":\"%d\",\"attributes\":{\"updatedAt\":\"".formatted(i))
          .append(Timestamp.of(Instant.ofEpochMilli(times[i])))
          .append("\"}}");
    }
    return "{\"meta\":{\"total\":%d},\"data\":[%s]}".formatted(Math.max(0, to - from), data);
  }

  private int first(String time) {
    int at = Arrays.binarySearch(times, Instant.parse(time).toEpochMilli());
    while (at > 0 && times[at - 1] == times[at]) {
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

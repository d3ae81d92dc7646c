package io.github.tapkustomer.simulation;

import io.github.tapkustomer.http.InProcess;
import io.github.tapkustomer.simulation.api.Answer;
import io.github.tapkustomer.simulation.api.SimulatedKustomer;
import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.Occurrence;
import io.github.tapkustomer.simulation.world.Scenario;
import io.github.tapkustomer.simulation.world.Streams;
import io.github.tapkustomer.simulation.world.Tally;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;

/** Between tap and API: latency, faults, the budget; and a look at where the key goes. */
final class Network implements InProcess.Server {
  static final String HOST = "made-up.api.kustomerapp.com";
  static final String KEY = "the-key-of-the-simulation";
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final MediaType HTML = MediaType.get("text/html");
  private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  /** Faults of a run that leave it a place in flight for everybody. */
  private static final int FEW = 15;

  /** How often a request is tried by a tap with these settings. */
  static final int RETRIES = 7;

  private static final int ATTEMPTS = RETRIES + 1;

  private static final double ODD_SHARE = 0.06;
  private static final List<Integer> ODD = List.of(302, 401, 403, 404, 409, 425);

  private final Scenario scenario;
  private final SimulatedKustomer api;
  private final Turns turns;
  private final Random random;
  private final Tally tally;
  private final Map<String, Integer> asked = new HashMap<>();
  private final List<String> log = new ArrayList<>();
  private final Map<String, Integer> goodByPath = new HashMap<>();
  private final Map<String, Integer> failing = new HashMap<>();
  private final Set<String> odd = new HashSet<>();
  private final Budget searches;
  private final Budget others;
  private long faults;
  private long good;
  private boolean down;
  private boolean budgetTold;
  private int faultsOfRun;
  private boolean givenUp;

  Network(Scenario scenario, SimulatedKustomer api, Turns turns, Random random, Tally tally) {
    this.scenario = scenario;
    this.api = api;
    this.turns = turns;
    this.random = random;
    this.tally = tally;
    this.searches = new Budget(scenario.searchLimit());
    this.others = new Budget(scenario.organizationLimit());
  }

  /** A run begins. */
  synchronized void begin() {
    asked.clear();
    goodByPath.clear();
    failing.clear();
    odd.clear();
    givenUp = false;
    budgetTold = false;
    faultsOfRun = 0;
  }

  /** From now on nothing comes through. */
  void goDown(boolean down) {
    this.down = down;
  }

  long faults() {
    return faults;
  }

  /** Answers that were as they should be. */
  long good() {
    return good;
  }

  /** Answers of this run that were as they should be, by their path and what chose the pass. */
  Map<String, Integer> goodByPath() {
    return goodByPath;
  }

  /** Whether what belongs to any one object was given in this run. */
  boolean gaveObjectsOf(String stream) {
    return goodByPath.keySet().stream().anyMatch(Streams.pathOfObjects(stream).asMatchPredicate());
  }

  /** Whether a request of this run failed more often than anybody tries. */
  boolean wasGivenUp() {
    return givenUp;
  }

  /** What was asked and what came of it, a line each. */
  List<String> log() {
    return log;
  }

  @Override
  public Response answer(Request request) throws IOException {
    checkKey(request);
    String key = key(request);
    long latency = (long) (scenario.latency().toMillis() * (1 + 2 * chance(key)));
    return turns.answer(key, Duration.ofMillis(latency), () -> make(request, key));
  }

  /** For the jitter of the waits before what the current thread asks again. */
  double jitter() {
    return chance("jitter " + turns.lastAsked());
  }

  /** From 0 to 1, by what it is for and how often that came: not by which thread is first. */
  private synchronized double chance(String key) {
    int times = asked.merge(key, 1, Integer::sum);
    return new Random(31L * key.hashCode() + times).nextDouble();
  }

  /**
   * Threads that wait for a budget or a place in flight race for it, and the run would not be the
   * same again. So where there are several, the budget is wide, told by all answers, and not too
   * many of these fail.
   */
  private boolean isParallel() {
    return scenario.concurrency() > 1;
  }

  private static void checkKey(Request request) {
    if (!request.url().host().equals(HOST) || !request.url().isHttps()) {
      throw new AssertionError("the key leaves for " + request.url());
    }
    if (!("Bearer " + KEY).equals(request.header("Authorization"))) {
      throw new AssertionError("no key for " + request.url());
    }
  }

  private static String key(Request request) throws IOException {
    Buffer body = new Buffer();
    if (request.body() != null) {
      request.body().writeTo(body);
    }
    return request.method()
        + " "
        + request.url().encodedPath()
        + "?"
        + request.url().encodedQuery()
        + " "
        + body.readUtf8();
  }

  private Response make(Request request, String key) throws IOException {
    Instant now = turns.serverNow();
    boolean search = request.url().encodedPath().endsWith("/search");
    Budget budget = search ? searches : others;
    if (!budget.take(now)) {
      tally.count(Occurrence.BUDGET_EXCEEDED);
      givenUp |= failing.merge(key, 1, Integer::sum) >= ATTEMPTS;
      log.add(now + " 429 " + key);
      return response(request, 429, "{}", JSON, now, search);
    }
    Answer answer = api.answer(request, now);
    boolean fails = random.nextDouble() < scenario.faultRate();
    if (down || fails && (!isParallel() || budgetTold && faultsOfRun < FEW)) {
      faults++;
      faultsOfRun++;
      givenUp |= failing.merge(key, 1, Integer::sum) >= ATTEMPTS;
      int first = isParallel() ? 2 : 0;
      int kind = first + random.nextInt(14 - first);
      tally.count(Occurrence.values()[Occurrence.FAULT_429_WITH_RETRY_AFTER.ordinal() + kind]);
      log.add(now + " fault " + kind + " " + key);
      return fault(kind, request, answer, now, search);
    }
    if (isOdd(key)) {
      faults++;
      givenUp |= failing.merge(key, 1, Integer::sum) >= ATTEMPTS;
      return odd(request, key, now);
    }
    failing.remove(key);
    good++;
    budgetTold |= search;
    count(request, answer);
    log.add(now + " " + answer.status() + " " + key);
    return response(request, answer.status(), answer.body(), JSON, now, search);
  }

  private boolean isOdd(String key) {
    return scenario.has(Feature.ODD_ANSWERS)
        && !isParallel()
        && chance("odd " + key) < ODD_SHARE
        && odd.add(key);
  }

  /** What is not meant, or not for this request, and passes. */
  private Response odd(Request request, String key, Instant now) {
    tally.count(Occurrence.ODD_ANSWER);
    int status = ODD.get((int) (chance("which " + key) * ODD.size()));
    boolean page = status == 403 || status == 404 || status == 425;
    log.add(now + " odd " + status + " " + key);
    return page
        ? response(request, status, "<html>gateway</html>", HTML, now, false)
        : response(request, status, "{\"message\":\"oops\"}", JSON, now, false);
  }

  private void count(Request request, Answer answer) {
    if (answer.status() == 200 && request.method().equals("GET")) {
      String deleted = request.url().queryParameter("deleted");
      String path = request.url().encodedPath() + (deleted == null ? "" : "?" + deleted);
      goodByPath.merge(path, 1, Integer::sum);
    }
  }

  /** Requests in each minute; other taps can take their part of them. */
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
        boolean shared = scenario.has(Feature.OTHER_TAPS) && !isParallel() && limit < 1000;
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

  @SuppressWarnings("StatementSwitchToExpressionSwitch")
  private Response fault(int kind, Request request, Answer answer, Instant now, boolean search)
      throws IOException {
    String half = answer.body().substring(0, random.nextInt(answer.body().length()));
    String html = "<html>gateway</html>";
    return switch (kind) {
      case 0 ->
          response(request, 429, "{}", JSON, now, search)
              .newBuilder()
              .header("Retry-After", String.valueOf(1 + random.nextInt(20)))
              .build();
      case 1 -> response(request, 429, html, HTML, now, false);
      case 2 -> response(request, 500, "{\"message\":\"oops\"}", JSON, now, search);
      case 3 -> response(request, 502, html, HTML, now, search && isParallel());
      case 4 -> response(request, 503, "", JSON, now, search && isParallel());
      case 5 -> response(request, 504, html, HTML, now, search && isParallel());
      case 6 -> response(request, 200, html, HTML, now, search);
      case 7 -> response(request, 200, random.nextBoolean() ? "" : half, JSON, now, search);
      case 8 -> broken(response(request, 200, half, JSON, now, search));
      case 9 -> response(request, 200, answer.partial().orElse(""), JSON, now, search);
      case 10 -> throw new SocketException("Connection reset");
      case 11 -> throw new SocketTimeoutException("timeout");
      case 12 -> throw new UnknownHostException(HOST);
      default -> throw new ConnectException("refused");
    };
  }

  private Response response(
      Request request, int status, String body, MediaType type, Instant now, boolean budget) {
    Response.Builder builder =
        new Response.Builder()
            .request(request)
            .protocol(Protocol.HTTP_1_1)
            .code(status)
            .message("x")
            .header("Date", DATE.format(now.atOffset(ZoneOffset.UTC)))
            .body(ResponseBody.create(body.getBytes(StandardCharsets.UTF_8), type));
    boolean search = request.url().encodedPath().endsWith("/search");
    if (budget || !search && !isParallel() && scenario.organizationLimit() < 1000) {
      Budget told = search ? searches : others;
      builder
          .header("x-ratelimit-limit", String.valueOf(told.limit))
          .header("x-ratelimit-remaining", String.valueOf(told.left()))
          .header("x-ratelimit-reset", String.valueOf((now.getEpochSecond() / 60 + 1) * 60));
    }
    return builder.build();
  }

  /** The same, its connection ended before the end of its body. */
  private static Response broken(Response response) {
    BufferedSource cut =
        Okio.buffer(
            new ForwardingSource(response.body().source()) {
              @Override
              public long read(Buffer sink, long byteCount) throws IOException {
                long read = super.read(sink, byteCount);
                if (read < 0) {
                  throw new EOFException("unexpected end of stream");
                }
                return read;
              }
            });
    return response
        .newBuilder()
        .body(ResponseBody.create(cut, response.body().contentType(), 1_000_000))
        .build();
  }
}

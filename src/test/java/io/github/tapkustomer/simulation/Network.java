package io.github.tapkustomer.simulation;

import io.github.tapkustomer.http.InProcess;
import io.github.tapkustomer.simulation.api.Answer;
import io.github.tapkustomer.simulation.api.SimulatedKustomer;
import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.Occurrence;
import io.github.tapkustomer.simulation.world.Scenario;
import io.github.tapkustomer.simulation.world.Streams;
import io.github.tapkustomer.simulation.world.Tally;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/** Between tap and API: latency, faults, the budget; and a look at where the key goes. */
final class Network implements InProcess.Server {
  static final String HOST = "made-up.api.kustomerapp.com";
  static final String KEY = "the-key-of-the-simulation";

  /** Faults of a run that leave it a place in flight for everybody. */
  private static final int FEW = 15;

  /** How often a request is tried by a tap with these settings. */
  static final int RETRIES = 7;

  private static final int ATTEMPTS = RETRIES + 1;

  /** After so many gateways that timed out, a page counts as too large. */
  private static final int TIMEOUTS = 3;

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
  private final Map<String, Integer> timeouts = new HashMap<>();
  private final Budgets budgets;
  private final Faults faulty;
  private long faults;
  private long good;
  private boolean down;
  private boolean budgetTold;
  private int faultsOfRun;
  private boolean givenUp;
  private boolean smallerPages;

  Network(Scenario scenario, SimulatedKustomer api, Turns turns, Random random, Tally tally) {
    this.scenario = scenario;
    this.api = api;
    this.turns = turns;
    this.random = random;
    this.tally = tally;
    this.budgets = new Budgets(scenario, random, tally, isParallel());
    this.faulty = new Faults(random, budgets, isParallel());
  }

  /** A run begins. */
  synchronized void begin() {
    asked.clear();
    goodByPath.clear();
    failing.clear();
    odd.clear();
    timeouts.clear();
    smallerPages = false;
    givenUp = false;
    budgetTold = false;
    faultsOfRun = 0;
  }

  /** A run has discovered what there is, and begins to read it. */
  synchronized void beginReading() {
    goodByPath.clear();
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

  /**
   * Answers to this run's reading that were as they should be, by their path and what chose the
   * pass.
   */
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

  /** Whether a page of this run seemed too large, so that smaller ones are asked for. */
  boolean hasSmallerPages() {
    return smallerPages;
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
    if (!budgets.take(search, now)) {
      tally.count(Occurrence.BUDGET_EXCEEDED);
      givenUp |= failing.merge(key, 1, Integer::sum) >= ATTEMPTS;
      log.add(now + " 429 " + key);
      return budgets.response(request, 429, "{}", now, search);
    }
    Answer answer = api.answer(request, now);
    boolean fails = random.nextDouble() < scenario.faultRate();
    if (down || fails && (!isParallel() || budgetTold && faultsOfRun < FEW)) {
      faults++;
      faultsOfRun++;
      givenUp |= failing.merge(key, 1, Integer::sum) >= ATTEMPTS;
      int first = isParallel() ? 2 : 0;
      int kind = first + random.nextInt(14 - first);
      int ordinal = Occurrence.FAULT_429_WITH_RETRY_AFTER.ordinal() + kind;
      tally.count(Occurrence.values()[ordinal]);
      boolean timeout = Occurrence.values()[ordinal] == Occurrence.FAULT_504_HTML;
      smallerPages |= timeout && timeouts.merge(key, 1, Integer::sum) >= TIMEOUTS;
      log.add(now + " fault " + kind + " " + key);
      return faulty.fault(kind, request, answer, now);
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
    return budgets.response(request, answer.status(), answer.body(), now, search);
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
    log.add(now + " odd " + status + " " + key);
    return faulty.odd(status, request, now);
  }

  private void count(Request request, Answer answer) {
    if (answer.status() == 200 && request.method().equals("GET")) {
      String deleted = request.url().queryParameter("deleted");
      String path = request.url().encodedPath() + (deleted == null ? "" : "?" + deleted);
      goodByPath.merge(path, 1, Integer::sum);
    }
  }
}

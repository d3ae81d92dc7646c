package io.github.tapkustomer.sandbox;

import io.github.tapkustomer.sandbox.faults.Fault;
import io.github.tapkustomer.sandbox.faults.Faults;
import io.github.tapkustomer.sandbox.limits.ApiKeys;
import io.github.tapkustomer.sandbox.limits.Budget;
import io.github.tapkustomer.sandbox.misbehavior.Misbehaviors;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.server.Answer;
import io.github.tapkustomer.sandbox.server.ApiError;
import io.github.tapkustomer.sandbox.server.FaultyAnswers;
import io.github.tapkustomer.sandbox.server.HttpConnection;
import io.github.tapkustomer.sandbox.server.HttpListener;
import io.github.tapkustomer.sandbox.server.Request;
import io.github.tapkustomer.sandbox.server.Traffic;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What every request passes before it reaches an endpoint: key, budgets, role, and random faults.
 */
final class Front implements HttpListener.Handler {
  private final SandboxOptions options;
  private final Organization organization;
  private final Misbehaviors misbehaviors;
  private final Routes routes;
  private final Traffic traffic;
  private final Faults faults;
  private final Budget searches;
  private final Budget requests;
  private final CountDownLatch closing;

  Front(
      SandboxOptions options,
      Organization organization,
      Traffic traffic,
      Faults faults,
      CountDownLatch closing) {
    this.options = options;
    this.organization = organization;
    this.misbehaviors = new Misbehaviors(options.misbehaviors(), options.seed());
    this.routes = new Routes(organization, options, misbehaviors);
    this.traffic = traffic;
    this.faults = faults;
    this.searches = new Budget(options.searchLimit(), options.limitWindow());
    this.requests = new Budget(options.organizationLimit(), options.limitWindow());
    this.closing = closing;
  }

  /** How a request ends: an answer, and what happens to it on the way. */
  private record Outcome(Traffic.Asked asked, Answer answer, Optional<Fault> fault) {}

  @Override
  public void handle(Request request, HttpConnection connection) throws IOException {
    long arrived = System.nanoTime();
    Outcome outcome = outcome(request);
    pause(options.latency().toNanos() - (System.nanoTime() - arrived));
    outcome.fault.ifPresent(traffic::add);
    boolean silent = outcome.fault.filter(Fault::isSilent).isPresent();
    int status = silent ? 0 : outcome.answer.status();
    traffic.add(
        new Traffic.Seen(
            outcome.asked, request.method(), request.target(), request.text(), status));
    if (silent) {
      hangUp(outcome.fault.get(), connection);
    } else if (outcome.fault.filter(Fault::breaksOff).isPresent()) {
      Fault fault = outcome.fault.get();
      connection.sendHalf(outcome.answer, fault != Fault.CUT_SHORT_UNTOLD);
      hangUp(fault, connection);
    } else {
      connection.send(outcome.answer);
    }
  }

  private void hangUp(Fault fault, HttpConnection connection) throws IOException {
    if (fault.hangs()) {
      pause(faults.hang().toNanos());
    }
    if (fault == Fault.RESET || fault == Fault.RESET_MIDWAY) {
      connection.reset();
    } else {
      connection.drop();
    }
  }

  private Outcome outcome(Request request) {
    Traffic.Asked asked = Traffic.Asked.OTHER;
    Map<String, String> headers = Map.of();
    try {
      ApiKeys.check(request.header("authorization"));
      Routes.Match match = routes.match(request);
      asked = match.route().asked();
      Budget.Standing standing = spend(match.route().isSearch());
      headers = headers(standing);
      if (!standing.allowed()) {
        throw ApiError.of(429, "rate_limited", "Too many requests");
      }
      routes.check(match.route());
      Optional<Fault> fault = faults.take(request.target(), match.route().isSearch());
      boolean timedOut = fault.equals(Optional.of(Fault.TIMED_OUT));
      Request changed =
          misbehaviors.before(timedOut ? request.timingOut() : request, match.route());
      Answer answer =
          misbehaviors.after(request, match.route(), match.answer(changed)).with(headers);
      return new Outcome(asked, fault.map(f -> FaultyAnswers.of(f, answer)).orElse(answer), fault);
    } catch (ApiError e) {
      return new Outcome(asked, e.answer().with(headers), Optional.empty());
    }
  }

  /** Searches draw on both budgets; their answers state the search budget. */
  private Budget.Standing spend(boolean search) {
    long now = organization.now();
    Budget.Standing all = requests.take(now);
    return search && all.allowed() ? searches.take(now) : all;
  }

  private Map<String, String> headers(Budget.Standing standing) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (options.limitHeaders()) {
      headers.putAll(standing.headers());
    }
    if (options.retryAfter() && !standing.allowed()) {
      headers.put("Retry-After", Long.toString(standing.secondsFrom(organization.now())));
    }
    return headers;
  }

  /** Waits, unless the sandbox is closed meanwhile. */
  private void pause(long nanos) {
    try {
      if (nanos > 0) {
        closing.await(nanos, TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.github.tapkustomer.http;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Plural;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.Timer;
import io.github.tapkustomer.http.limit.BudgetState;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.http.limit.ServerClock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleSupplier;

/**
 * A client that makes requests within the API's limits and retries what may pass (429, 5xx,
 * timeouts, resets, bodies cut short or not JSON), with growing waits. Thread-safe.
 *
 * <p>The thread that asks makes the request, waits, and reads the answer. Connections stay open
 * between requests, so whoever creates a client closes it.
 */
public final class KustomerClient implements AutoCloseable {
  /** Any key may request this. */
  private static final String ANOTHER = "/v1/users/current";

  /** So many timeouts in a row are no accident: the page takes too long to make. */
  private static final int TIMEOUTS_OF_A_LARGE_PAGE = 3;

  private final Attempts attempts;
  private final Timer timer;
  private final DoubleSupplier random;
  private final RequestListener listener;
  private final RetryPolicy retries;
  private final RetryPolicy firstContact;
  private final AnswerHistory history = new AnswerHistory();

  /**
   * A client that has made no requests yet.
   *
   * @param random gives 0 to 1 for the jitter of waits
   */
  public KustomerClient(
      ClientOptions options, Timer timer, DoubleSupplier random, RequestListener listener) {
    this(options, new Transport(options), timer, random, listener);
  }

  KustomerClient(
      ClientOptions options,
      Transport transport,
      Timer timer,
      DoubleSupplier random,
      RequestListener listener) {
    this.timer = requireNonNull(timer, "timer");
    this.random = requireNonNull(random, "random");
    this.listener = requireNonNull(listener, "listener");
    this.retries = RetryPolicy.ofRequests(options.maxRetries());
    this.firstContact = RetryPolicy.ofFirstContact(options.maxRetries());
    this.attempts = new Attempts(options, transport, timer, random, listener);
  }

  /** The proxy that the environment names for these requests, if any. */
  public Optional<String> proxy() {
    return attempts.proxy();
  }

  /** The server's time, learned from its answers. */
  public ServerClock serverClock() {
    return attempts.serverClock();
  }

  /**
   * Whether more requests at once would finish the work sooner, because the budget has room for
   * them.
   */
  public boolean hasRoom(Quota quota) {
    return attempts.limiter().hasRoom(quota);
  }

  /**
   * Sets how many requests are still to come. If they fit into the current window, they are not
   * spread.
   */
  public void expect(Quota quota, OptionalLong requests) {
    attempts.limiter().expect(quota, requests);
  }

  /** The budgets as the last answers stated them; without those that no answer stated yet. */
  public Map<Quota, BudgetState> budgets() {
    Map<Quota, BudgetState> budgets = new EnumMap<>(Quota.class);
    for (Quota quota : Quota.values()) {
      attempts.limiter().state(quota).ifPresent(state -> budgets.put(quota, state));
    }
    return budgets;
  }

  /** Makes a request without waiting for room. */
  public <T> T ask(ApiRequest request, AnswerReader<T> reader) {
    return ask(request, () -> {}, reader);
  }

  /**
   * Repeats a request until there is a complete answer.
   *
   * @param room waits until there is room for what the reader passes on; called before each attempt
   * @throws ApiException if the API refused this request, or does not answer it after all retries
   *     though it answers others, or there was not enough memory for its answer alone
   * @throws TapException if the API refused the key, or does not answer at all
   * @throws CancellationException if the client was canceled
   */
  public <T> T ask(ApiRequest request, Runnable room, AnswerReader<T> reader) {
    Stopwatch watch = new Stopwatch(timer);
    Doubts doubts = new Doubts();
    int gatewayTimeouts = 0;
    for (int made = 1; ; made++) {
      watch.pause();
      room.run();
      watch.resume();
      try {
        T answer = attempts.attempt(request, made, reader, watch);
        history.answered(request);
        return answer;
      } catch (RetryableException failure) {
        attempts.checkCancelled();
        doubts.hear(failure);
        gatewayTimeouts += failure.isGatewayTimeout() ? 1 : 0;
        RetryPolicy policy = policy(failure);
        Duration left = policy.left(watch.elapsed());
        boolean again =
            policy.allows(made, left, failure.retryAfter())
                && !(failure.isDoubtful() && doubts.times >= heard(request, failure))
                && !(gatewayTimeouts == TIMEOUTS_OF_A_LARGE_PAGE
                    && failure.isGatewayTimeout()
                    && request.asksForSeveral()
                    && answersAnother(request));
        if (!again) {
          throw outcome(request, made, failure);
        }
        waitToRetry(request, made, failure, left);
      }
    }
  }

  /** How often the same answer was heard that is not believed at once. */
  private static final class Doubts {
    private int status;
    private int times;

    void hear(RetryableException failure) {
      if (failure.isDoubtful()) {
        times = failure.status() == status ? times + 1 : 1;
        status = failure.status();
      }
    }
  }

  private RetryPolicy policy(RetryableException failure) {
    return failure.isMisdirected() && !attempts.answeredOnce() ? firstContact : retries;
  }

  private int heard(ApiRequest request, RetryableException failure) {
    return failure.meaning().isPresent() && history.isRefusedAlways(request, failure.status())
        ? 1
        : failure.heard();
  }

  private RuntimeException outcome(ApiRequest request, int made, RetryableException failure) {
    failure.meaning().ifPresent(refusal -> history.refused(request, failure.status()));
    return failure.meaning().orElseGet(() -> gaveUp(request, made, failure));
  }

  private RuntimeException gaveUp(ApiRequest request, int made, RetryableException failure) {
    String message =
        "%s %s failed %s, last: %s"
            .formatted(
                request.method(), request.path(), Plural.of(made, "time"), failure.getMessage());
    if (failure.outOfMemory()) {
      return new ApiException(
          request, message + "; increase the heap, for example with JAVA_OPTS=-Xmx2g", failure);
    }
    boolean mayAnswerOthers =
        !failure.overLimit() && attempts.answeredOnce() && !request.path().equals(ANOTHER);
    return mayAnswerOthers && answersAnother(request)
        ? new ApiException(request, message + "; other requests are answered", failure)
        : TapException.apiGaveUp(message, failure);
  }

  /** Whether the API answers others, so that only this request is at fault. */
  private boolean answersAnother(ApiRequest failed) {
    try {
      ApiRequest another = ApiRequest.get(failed.endpoint(), ANOTHER);
      attempts.attempt(another, 1, AnswerReader.json(), new Stopwatch(timer));
      return true;
    } catch (RetryableException failure) {
      return failure.meaning().filter(ApiException.class::isInstance).isPresent();
    }
  }

  private void waitToRetry(
      ApiRequest request, int made, RetryableException failure, Duration left) {
    Duration wait;
    if (failure.meaning().isPresent()) {
      wait = RetryPolicy.confirmation(random.getAsDouble());
      listener.confirming(request, failure.getMessage(), wait);
    } else {
      wait =
          failure.overLimit()
              ? Duration.ZERO
              : RetryPolicy.backoff(made, random.getAsDouble(), failure.retryAfter(), left);
      listener.retrying(request, failure.getMessage(), made, wait);
    }
    try {
      timer.sleep(wait);
    } catch (InterruptedException e) {
      throw Attempts.interrupted();
    }
  }

  /** Ends the requests in flight and refuses new ones; waiting threads get an exception. */
  public void cancel() {
    attempts.cancel();
  }

  /** {@linkplain #cancel Cancels} what is in flight, and closes the connections. */
  @Override
  public void close() {
    cancel();
    attempts.close();
  }
}

package io.github.tapkustomer.http;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Clock;
import io.github.tapkustomer.Secret;
import io.github.tapkustomer.TapException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleSupplier;
import okhttp3.Response;

/**
 * The Kustomer REST API, asked within its limits. Each attempt waits for its budget and for a free
 * place in flight; what may pass (429, 5xx, timeouts, resets, bodies cut short or not JSON) is
 * tried again, with growing waits. Thread-safe.
 */
public final class KustomerClient implements AutoCloseable {
  private static final int ERROR_BODY_BYTES = 64 * 1024;

  private final Transport transport;
  private final Secret apiKey;
  private final Clock clock;
  private final Duration patience;
  private final DoubleSupplier random;
  private final RequestListener listener;
  private final RetryPolicy retries;
  private final RetryPolicy firstContact;
  private final ServerClock serverClock;
  private final RateLimiter limiter;
  private final Places places;
  private volatile boolean answeredOnce;
  private volatile boolean cancelled;

  /**
   * A client that has not asked anything yet.
   *
   * @param random gives 0 to 1 for the jitter of waits
   */
  public KustomerClient(
      ClientOptions options, Clock clock, DoubleSupplier random, RequestListener listener) {
    this(options, new Transport(options), clock, random, listener);
  }

  KustomerClient(
      ClientOptions options,
      Transport transport,
      Clock clock,
      DoubleSupplier random,
      RequestListener listener) {
    this.transport = transport;
    this.apiKey = options.apiKey();
    this.clock = requireNonNull(clock, "clock");
    this.patience = options.requestTimeout();
    this.random = requireNonNull(random, "random");
    this.listener = requireNonNull(listener, "listener");
    this.retries = RetryPolicy.ofRequests(options.maxRetries());
    this.firstContact = RetryPolicy.ofFirstContact(options.maxRetries());
    this.serverClock = new ServerClock(clock);
    this.limiter = new RateLimiter(clock, serverClock, options.reserve());
    this.places = new Places(options.concurrency());
  }

  /** The server's time as its answers tell it. */
  public ServerClock serverClock() {
    return serverClock;
  }

  /** Whether more requests at once would end the work sooner, and not only the budget. */
  public boolean hasRoom(Quota quota) {
    return limiter.hasRoom(quota);
  }

  /** How many requests are still to come: what fits into the window in hand is not spread out. */
  public void expect(Quota quota, OptionalLong requests) {
    limiter.expect(quota, requests);
  }

  /** What the last answer told of a budget; absent before the first that told of it. */
  public Optional<BudgetState> budget(Quota quota) {
    return limiter.state(quota);
  }

  /** Asks for what can be taken at any time. */
  public <T> T ask(ApiRequest request, AnswerReader<T> reader) {
    return ask(request, () -> {}, reader);
  }

  /**
   * Asks until there is a whole answer.
   *
   * @param room waits until there is room for what the reader passes on; called before each attempt
   * @throws ApiException the API refused this request
   * @throws TapException it refused the key, or did not answer after all retries, or there was not
   *     enough memory for its answer alone
   * @throws CancellationException the client was cancelled
   */
  public <T> T ask(ApiRequest request, Runnable room, AnswerReader<T> reader) {
    Stopwatch watch = new Stopwatch(clock);
    for (int attempts = 1; ; attempts++) {
      watch.pause();
      room.run();
      watch.resume();
      try {
        return attempt(request, attempts, reader, watch);
      } catch (RetryableException failure) {
        checkCancelled();
        RetryPolicy policy = failure.isMisdirected() && !answeredOnce ? firstContact : retries;
        if (!policy.allows(attempts, watch.elapsed())) {
          throw failure.gaveUp(
              "%s %s failed %d times, last: %s"
                  .formatted(request.method(), request.path(), attempts, failure.getMessage()));
        }
        waitToRetry(request, attempts, failure);
      }
    }
  }

  private void waitToRetry(ApiRequest request, int attempts, RetryableException failure) {
    Duration wait =
        failure.overLimit()
            ? Duration.ZERO
            : RetryPolicy.backoff(attempts, random.getAsDouble(), failure.retryAfter());
    listener.retrying(request, failure.getMessage(), attempts, wait);
    try {
      clock.sleep(wait);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private <T> T attempt(ApiRequest request, int number, AnswerReader<T> reader, Stopwatch watch)
      throws RetryableException {
    Ticket ticket = acquire(request, watch);
    Instant sent = clock.now();
    int status = 0;
    boolean succeeded = false;
    try (Response response = transport.send(request)) {
      status = response.code();
      answeredOnce = true;
      serverClock.learn(response.header("Date"), sent);
      RateHeaders rate = RateHeaders.read(name -> response.header(name), serverClock.now());
      if (status == 429) {
        Duration fallback = RetryPolicy.stayAway(number, random.getAsDouble());
        limiter.refused(request.quota(), ticket, rate, fallback, random.getAsDouble());
      } else {
        limiter.answered(request.quota(), ticket, rate);
      }
      if (status >= 500) {
        places.failed(sent.toEpochMilli(), clock.millis());
      } else {
        places.answered(request.quota(), sent.toEpochMilli(), clock.millis());
      }
      T answer;
      try (InputStream body = new TimedBody(response.body().byteStream(), watch, patience)) {
        answer = read(request, status, rate, body, reader);
      }
      succeeded = true;
      return answer;
    } catch (RetryableException e) {
      throw e;
    } catch (IOException e) {
      limiter.unanswered(request.quota(), ticket);
      RetryableException failure = new RetryableException(status, e);
      if (failure.outOfMemory()) {
        places.tooMany(sent.toEpochMilli(), clock.millis());
      } else {
        places.failed(sent.toEpochMilli(), clock.millis());
      }
      throw failure;
    } finally {
      places.leave();
      listener.attempted(request, status, Duration.between(sent, clock.now()), succeeded);
    }
  }

  private Ticket acquire(ApiRequest request, Stopwatch watch) {
    Instant asked = clock.now();
    try {
      checkCancelled();
      listener.waiting(request);
      Ticket ticket = limiter.acquire(request.quota());
      // Readers of answers that a slow target does not take may hold them all.
      watch.pause();
      places.take();
      watch.resume();
      if (cancelled) {
        places.leave();
      }
      checkCancelled();
      listener.waited(request, Duration.between(asked, clock.now()));
      return ticket;
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private <T> T read(
      ApiRequest request, int status, RateHeaders rate, InputStream body, AnswerReader<T> reader)
      throws IOException {
    if (status == 200) {
      return reader.read(body);
    }
    String told = ApiErrors.describe(body.readNBytes(ERROR_BODY_BYTES), apiKey);
    if (Refusals.isPassing(status) || status < 300) {
      String detail = told.isEmpty() ? "" : " (" + told + ")";
      throw new RetryableException(
          status, "the API answered " + status + detail, rate.retryAfter().orElse(Duration.ZERO));
    }
    throw Refusals.lasting(request, status, told);
  }

  private void checkCancelled() {
    if (cancelled) {
      throw new CancellationException("the client was cancelled");
    }
  }

  private static CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException("interrupted while waiting");
  }

  /** Ends the requests in flight and refuses new ones; those who wait get an exception. */
  public void cancel() {
    cancelled = true;
    transport.cancel();
  }

  @Override
  public void close() {
    cancel();
    transport.close();
  }
}

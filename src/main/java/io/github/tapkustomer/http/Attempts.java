package io.github.tapkustomer.http;

import io.github.tapkustomer.OutOfMemoryException;
import io.github.tapkustomer.Secret;
import io.github.tapkustomer.Timer;
import io.github.tapkustomer.http.limit.InFlightLimit;
import io.github.tapkustomer.http.limit.RateHeaders;
import io.github.tapkustomer.http.limit.RateLimiter;
import io.github.tapkustomer.http.limit.SentRequest;
import io.github.tapkustomer.http.limit.ServerClock;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleSupplier;
import okhttp3.Response;

/**
 * Makes single attempts, each within its budget and the limit of requests in flight. Thread-safe.
 */
final class Attempts implements AutoCloseable {
  private static final int ERROR_BODY_BYTES = 64 * 1024;

  private final Transport transport;
  private final Secret apiKey;
  private final Duration patience;
  private final Timer timer;
  private final DoubleSupplier random;
  private final RequestListener listener;
  private final ServerClock serverClock;
  private final RateLimiter limiter;
  private final InFlightLimit inFlight;
  private volatile boolean answeredOnce;
  private volatile boolean canceled;

  Attempts(
      ClientOptions options,
      Transport transport,
      Timer timer,
      DoubleSupplier random,
      RequestListener listener) {
    this.transport = transport;
    this.apiKey = options.apiKey();
    this.patience = options.requestTimeout();
    this.timer = timer;
    this.random = random;
    this.listener = listener;
    this.serverClock = new ServerClock(timer);
    this.limiter = new RateLimiter(timer, serverClock, options.reserve());
    this.inFlight = new InFlightLimit(options.concurrency());
  }

  Optional<String> proxy() {
    return transport.proxy();
  }

  ServerClock serverClock() {
    return serverClock;
  }

  RateLimiter limiter() {
    return limiter;
  }

  /** Whether the host has ever answered. */
  boolean answeredOnce() {
    return answeredOnce;
  }

  /**
   * Makes one attempt.
   *
   * @param number of this attempt at the request, from 1
   * @param watch measures how much time the API takes, for the limit on retries
   * @throws RetryableException if another attempt may succeed
   * @throws ApiException if the page is too large to be answered
   * @throws CancellationException if the client was canceled or the thread interrupted
   */
  <T> T attempt(ApiRequest request, int number, AnswerReader<T> reader, Stopwatch watch)
      throws RetryableException {
    SentRequest sentRequest = acquire(request, watch);
    Instant sent = timer.now();
    int status = 0;
    boolean succeeded = false;
    try (Response response = transport.send(request)) {
      status = response.code();
      answeredOnce = true;
      serverClock.learn(response.header("Date"), sent);
      RateHeaders rate = RateHeaders.read(name -> response.header(name), serverClock.now());
      if (status == 429) {
        Duration fallback = RetryPolicy.stayAway(number, random.getAsDouble());
        limiter.refused(request.quota(), sentRequest, rate, fallback, random.getAsDouble());
      } else {
        limiter.answered(request.quota(), sentRequest, rate);
        rate.window().ifPresent(window -> listener.counted(request, window));
      }
      if (status >= 500) {
        inFlight.failed(sent.toEpochMilli(), timer.millis());
      } else {
        inFlight.answered(request.quota(), sent.toEpochMilli(), timer.millis());
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
      // A request that was cut off on purpose says nothing about the server.
      checkCancelled();
      if (Thread.currentThread().isInterrupted()) {
        throw interrupted();
      }
      RetryableException failure = new RetryableException(status, e);
      if (failure.outOfMemory()) {
        inFlight.tooMany(sent.toEpochMilli(), timer.millis());
      } else {
        inFlight.failed(sent.toEpochMilli(), timer.millis());
      }
      throw failure;
    } finally {
      // Does nothing if an answer was counted.
      limiter.unanswered(request.quota(), sentRequest);
      inFlight.leave();
      listener.attempted(request, status, Duration.between(sent, timer.now()), succeeded);
    }
  }

  private SentRequest acquire(ApiRequest request, Stopwatch watch) {
    checkCancelled();
    Instant asked = timer.now();
    listener.waiting(request);
    boolean leaves = false;
    try {
      SentRequest sentRequest = limiter.acquire(request.quota());
      try {
        takePlace(watch);
        leaves = true;
      } finally {
        if (!leaves) {
          limiter.notSent(request.quota(), sentRequest);
        }
      }
      listener.waited(request, Duration.between(asked, timer.now()));
      return sentRequest;
    } catch (InterruptedException e) {
      throw interrupted();
    } finally {
      if (!leaves) {
        listener.notSent(request);
      }
    }
  }

  private void takePlace(Stopwatch watch) throws InterruptedException {
    // A slow target can make readers hold all the places; that is no time of the API's.
    watch.pause();
    try {
      inFlight.take();
    } finally {
      watch.resume();
    }
    if (canceled) {
      inFlight.leave();
      checkCancelled();
    }
  }

  private <T> T read(
      ApiRequest request, int status, RateHeaders rate, InputStream body, AnswerReader<T> reader)
      throws IOException {
    if (status != 200) {
      byte[] error = body.readNBytes(ERROR_BODY_BYTES);
      Duration retryAfter = rate.retryAfter().orElse(Duration.ZERO);
      throw Refusals.of(request, status, error, retryAfter, apiKey);
    }
    RememberedBody remembered = new RememberedBody(body);
    try {
      return reader.read(remembered);
    } catch (OutOfMemoryException e) {
      throw e;
    } catch (IOException e) {
      throw Refusals.unusable(e, remembered.beginning(), apiKey);
    }
  }

  void checkCancelled() {
    if (canceled) {
      throw new CancellationException("the client was canceled");
    }
  }

  /** The exception for a thread that was interrupted while it waited. */
  static CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException("interrupted while waiting");
  }

  /** Ends the attempts in flight and refuses new ones. */
  void cancel() {
    canceled = true;
    transport.cancel();
  }

  @Override
  public void close() {
    transport.close();
  }
}

package io.github.tapkustomer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server that accepts connections and never answers. */
@Timeout(20)
class CancellationTest {
  private static final ApiRequest TEAMS = ApiRequest.get("teams", "/v1/teams");

  private final ServerSocket server = listen();
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final CountDownLatch bodyBegun = new CountDownLatch(1);
  private final KustomerClient client = client(RequestListener.none());

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void closeAll() throws IOException {
    client.close();
    callers.shutdownNow();
    server.close();
  }

  private Future<Integer> ask() {
    return callers.submit(
        () ->
            client.ask(
                TEAMS,
                body -> {
                  int first = body.read();
                  bodyBegun.countDown();
                  return first + body.read();
                }));
  }

  private static void assertCancelled(Future<?> caller) {
    assertThatThrownBy(() -> caller.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(CancellationException.class);
  }

  @Test
  void endsACallerThatWaitsForItsAnswer() throws Exception {
    Future<Integer> caller = ask();
    try (Socket accepted = server.accept()) {
      client.cancel();

      assertCancelled(caller);
      assertThat(accepted.isConnected()).isTrue();
    }
  }

  @Test
  void endsACallerThatIsReadingABody() throws Exception {
    Future<Integer> caller = ask();
    try (Socket accepted = server.accept()) {
      String start = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{";
      accepted.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
      bodyBegun.await();
      client.cancel();

      assertCancelled(caller);
    }
  }

  @Test
  void endsACallerThatWaitsForItsTurn() throws Exception {
    Future<Integer> first = ask();
    try (Socket accepted = server.accept()) {
      FutureTask<Integer> second = new FutureTask<>(() -> client.ask(TEAMS, InputStream::read));
      Thread waiting = new Thread(second);
      waiting.start();
      while (waiting.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      client.cancel();

      assertCancelled(first);
      assertCancelled(second);
      assertThat(accepted.isConnected()).isTrue();
    }
  }

  @Test
  void refusesNewRequests() {
    client.cancel();

    assertThatThrownBy(() -> client.ask(TEAMS, body -> 0))
        .isInstanceOf(CancellationException.class)
        .hasMessage("the client was canceled");
  }

  @Test
  void keepsTheInterruptOfACallerThatWaits() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> client.ask(TEAMS, body -> 0))
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted while waiting");
    assertThat(Thread.interrupted()).isTrue();
  }

  /** OkHttp throws an undeclared exception there. */
  @Test
  void keepsTheInterruptOfACallerThatConnects() {
    RequestListener interrupting =
        new RequestListener() {
          @Override
          public void waited(ApiRequest request, Duration time) {
            Thread.currentThread().interrupt();
          }
        };
    try (KustomerClient interrupted = client(interrupting)) {
      assertThatThrownBy(() -> interrupted.ask(TEAMS, body -> 0))
          .isInstanceOf(CancellationException.class)
          .hasMessage("interrupted while waiting");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** When one of several children fails, the others are canceled; the server is fine. */
  @Test
  void doesNotCountAnInterruptedRequestAsAFailure() {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    RequestListener listener =
        new RequestListener() {
          @Override
          public void retrying(ApiRequest request, String reason, int attempts, Duration wait) {
            told.add(reason);
          }
        };
    AnswerReader<Object> interrupted =
        body -> {
          Thread.currentThread().interrupt();
          throw new InterruptedIOException("interrupted");
        };
    InProcess.Server server =
        request ->
            new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create("{}", null))
                .build();
    ClientOptions options = options(URI.create("http://127.0.0.1:9"));
    try (KustomerClient client =
        InProcess.client(options, new FakeTimer(), () -> 0.5, listener, server)) {
      assertThatThrownBy(() -> client.ask(TEAMS, interrupted))
          .isInstanceOf(CancellationException.class)
          .hasMessage("interrupted while waiting");
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(told).isEmpty();
  }

  private KustomerClient client(RequestListener listener) {
    return new KustomerClient(
        options(URI.create("http://127.0.0.1:" + server.getLocalPort())),
        new FakeTimer(),
        () -> 0.5,
        listener);
  }

  private static ClientOptions options(URI host) {
    return new ClientOptions(
        host, new Secret("key"), "agent", 1, Duration.ofMinutes(5), 7, OptionalDouble.empty());
  }
}

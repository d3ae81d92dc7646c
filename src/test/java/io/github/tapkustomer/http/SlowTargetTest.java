package io.github.tapkustomer.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a target takes is not the API's fault: no request times out or is given up for it. */
class SlowTargetTest extends ClientFixture {
  private static final ApiRequest TEAMS = get("/v1/teams");
  private static final String LARGE = "{\"data\":\"" + "x".repeat(4_000_000) + "\"}";

  @Test
  void mayTakeLongerThanARequestMay() {
    API.stubFor(WireMock.get(urlEqualTo("/v1/teams")).willReturn(okJson(LARGE)));
    API.stubFor(
        WireMock.get(urlEqualTo("/v1/silent")).willReturn(okJson("{}").withFixedDelay(20_000)));
    try (KustomerClient hasty = client(URI.create(API.baseUrl()), 0, 4, Duration.ofSeconds(2))) {
      String read =
          hasty.ask(
              TEAMS,
              body -> {
                String begin = new String(body.readNBytes(10), StandardCharsets.UTF_8);
                // Fails once the timeout has passed, for this body too.
                assertThatThrownBy(() -> hasty.ask(get("/v1/silent"), JSON))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("no complete answer within request_timeout_seconds");
                return begin + new String(body.readAllBytes(), StandardCharsets.UTF_8);
              });

      assertThat(read).isEqualTo(LARGE);
    }
    API.verify(1, getRequestedFor(urlEqualTo("/v1/teams")));
  }

  @Test
  void doesNotUseUpTheTimeForRetries() {
    API.stubFor(WireMock.get(urlEqualTo("/v1/teams")).willReturn(okJson("{}")));
    List<Integer> attempts = new ArrayList<>();

    client.ask(
        TEAMS,
        () -> timer.advance(Duration.ofHours(1)),
        body -> {
          attempts.add(body.read());
          timer.advance(Duration.ofHours(1));
          if (attempts.size() < 4) {
            throw new IOException("closed by the server, which had waited long enough");
          }
          return true;
        });

    assertThat(attempts).hasSize(4);
  }

  /** All places in flight can be held by answers that wait for the target. */
  @Test
  void doesNotUseUpTheTimeOfThoseWhoWaitForAPlaceInFlight() throws Exception {
    API.stubFor(WireMock.get(urlEqualTo("/v1/teams")).willReturn(okJson("{}")));
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (KustomerClient single = client(URI.create(API.baseUrl()), 3, 1)) {
      AtomicInteger attempts = new AtomicInteger();
      AtomicReference<Thread> waiting = new AtomicReference<>();
      Future<Integer> asked =
          single.ask(
              TEAMS,
              body -> {
                Future<Integer> begun =
                    other.submit(
                        () -> {
                          waiting.set(Thread.currentThread());
                          return single.ask(TEAMS, own -> failOnce(attempts));
                        });
                while (waiting.get() == null || waiting.get().getState() != Thread.State.WAITING) {
                  Thread.onSpinWait();
                }
                timer.advance(Duration.ofHours(1));
                return begun;
              });

      assertThat(asked.get()).isEqualTo(2);
    } finally {
      other.shutdownNow();
    }
  }

  private static int failOnce(AtomicInteger attempts) throws IOException {
    if (attempts.incrementAndGet() == 1) {
      throw new IOException("reset");
    }
    return attempts.get();
  }

  @Test
  void isWaitedForBeforeEachAttempt() {
    API.stubFor(WireMock.get(urlEqualTo("/v1/teams")).willReturn(aResponse().withStatus(502)));
    List<Integer> asked = new ArrayList<>();

    assertThatThrownBy(() -> client.ask(TEAMS, () -> asked.add(events.lines().size()), JSON))
        .hasMessageContaining("failed 4 times");
    assertThat(asked).as("lines of events so far").containsExactly(0, 2, 4, 6);
  }
}

package io.github.tapkustomer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.tapkustomer.fuzz.FuzzCases;
import io.github.tapkustomer.fuzz.OddJson;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole syncs from a server that changes every second answer of the sandbox's at random. */
class AnswerFuzzTest {
  private static final int CASES = 100;
  private static final String[] STREAMS = {
    "conversations", "teams", "users", "sla_versions", "audit_logs", "satisfaction_responses"
  };

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Sandbox sandbox;
  private HttpServer between;
  private OddJson mutation;
  private int answered;

  @BeforeEach
  void start() throws IOException {
    Organization organization = Organization.empty(Clock.systemUTC());
    Instant weekAgo = Instant.now().minus(Duration.ofDays(7));
    organization.addGenerated("conversation", 9, weekAgo, weekAgo.plusSeconds(90));
    sandbox =
        Sandbox.start(
            SandboxOptions.defaults().withSearchLimit(100_000).withOrganizationLimit(100_000),
            organization);
    between = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    between.setExecutor(threads);
    between.createContext("/", this::passOn);
    between.start();
  }

  @AfterEach
  void stop() {
    between.stop(0);
    threads.shutdownNow();
    sandbox.close();
  }

  @Test
  @Timeout(120)
  void endWellOrWithOneReason() {
    FuzzCases.each(
        CASES,
        seed -> {
          begin(seed);
          String url = "http://127.0.0.1:" + between.getAddress().getPort();
          Tap.Run run =
              Tap.at(url, sandbox.apiKey(), folder)
                  .select(STREAMS)
                  .set("start_date", Instant.now().minus(Duration.ofDays(30)).toString())
                  .set("page_size_limit", 4)
                  .set("max_retries", 0)
                  .sync();
          check(run);
        });
  }

  private static void check(Tap.Run run) {
    assertThat(run.exitCode())
        .as(run.stderr())
        .isIn(ExitCode.DONE, ExitCode.API_GAVE_UP, ExitCode.STREAMS_FAILED);
    assertThat(run.stderr()).doesNotContain("\tat ").doesNotContain("a bug in");
    List<JsonNode> messages = run.output().messages();
    assertThat(run.stdout()).endsWith("\n");
    assertThat(messages)
        .allMatch(message -> message.path("type").asText().matches("SCHEMA|RECORD|STATE"));
    assertThat(messages.get(messages.size() - 1).path("type").asText()).isEqualTo("STATE");
  }

  private synchronized void begin(long seed) {
    mutation = new OddJson(seed);
    answered = 0;
  }

  private synchronized byte[] changed(byte[] body) {
    return answered++ % 2 == 0 ? body : mutation.of(new String(body, UTF_8));
  }

  private void passOn(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.uri() + exchange.getRequestURI().toString()))
            .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<byte[]> answer = ask(request);
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (name.startsWith("x-ratelimit")) {
                exchange.getResponseHeaders().set(name, values.get(0));
              }
            });
    boolean good = answer.statusCode() == 200 && !answer.uri().getPath().endsWith("/current");
    byte[] changed = good ? changed(answer.body()) : answer.body();
    exchange.sendResponseHeaders(answer.statusCode(), changed.length == 0 ? -1 : changed.length);
    try (var out = exchange.getResponseBody()) {
      out.write(changed);
    }
  }

  private HttpResponse<byte[]> ask(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package io.github.tapkustomer.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest extends ClientFixture {
  private static final int IN_FLIGHT = 4;

  private final Set<Integer> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void withoutTlsReadNoCertificates() {
    String type = "javax.net.ssl.trustStoreType";
    System.setProperty(type, "none that Java knows");
    try (KustomerClient plain = client(URI.create("http://127.0.0.1"), 0, 1)) {
      assertThat(plain.proxy()).isEmpty();
    } finally {
      System.clearProperty(type);
    }
  }

  @Test
  void areKeptFromOneRequestToTheNextAndAsFewAsMayBeInFlight() throws Exception {
    URI host = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (KustomerClient kept = client(host, 0, IN_FLIGHT)) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        answers.add(threads.submit(() -> kept.ask(get("/v1/teams"), body -> body.read())));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo('{');
      }
    }

    assertThat(connections).hasSizeLessThanOrEqualTo(IN_FLIGHT);
  }

  private void answer(HttpExchange exchange) throws IOException {
    connections.add(exchange.getRemoteAddress().getPort());
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
      out.write(("{\"data\":[" + "0,".repeat(5_000) + "0]}").getBytes(UTF_8));
    }
  }
}

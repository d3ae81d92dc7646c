package io.github.tapkustomer.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client of a stubbed API, on a clock that does not wait. */
abstract class ClientFixture {
  static final String KEY = "eyJhbGciOiJIUzI1NiJ9.c2VjcmV0.key";
  static final AnswerReader<JsonNode> JSON = new ObjectMapper()::readTree;

  @RegisterExtension
  static final WireMockExtension API =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.options().dynamicPort().gzipDisabled(true))
          .build();

  final FakeTimer timer = new FakeTimer();
  final Events events = new Events();
  final KustomerClient client = client(URI.create(API.baseUrl()), 3, 2);

  @AfterEach
  void closeClient() {
    client.close();
  }

  final KustomerClient client(URI host, int maxRetries, int concurrency) {
    return client(host, maxRetries, concurrency, Duration.ofSeconds(20));
  }

  final KustomerClient client(URI host, int maxRetries, int concurrency, Duration requestTimeout) {
    ClientOptions options =
        new ClientOptions(
            host,
            new Secret(KEY),
            "tap-kustomer (me@example.com)",
            concurrency,
            requestTimeout,
            maxRetries,
            OptionalDouble.empty());
    return new KustomerClient(options, timer, () -> 0.5, events);
  }

  static ApiRequest get(String path) {
    return ApiRequest.get("teams", path);
  }

  static ApiRequest search() {
    byte[] body = "{\"queryContext\":\"customer\"}".getBytes(StandardCharsets.UTF_8);
    return ApiRequest.search("customers", "/v1/customers/search?page=1&pageSize=500", body);
  }

  /** What a listener was told, a line each. */
  static final class Events implements RequestListener {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void attempted(ApiRequest request, int status, Duration took, boolean succeeded) {
      lines.add(request.endpoint() + " " + status + (succeeded ? " used" : ""));
    }

    @Override
    public void retrying(ApiRequest request, String reason, int attempts, Duration wait) {
      lines.add("again after " + wait.toMillis() + " ms: " + reason);
    }

    @Override
    public void confirming(ApiRequest request, String refusal, Duration wait) {
      lines.add("confirming after " + wait.toMillis() + " ms: " + refusal);
    }

    List<String> lines() {
      return List.copyOf(lines);
    }
  }
}

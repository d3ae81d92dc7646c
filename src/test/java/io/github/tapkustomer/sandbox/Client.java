package io.github.tapkustomer.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks a sandbox over HTTP, as anybody would. */
record Client(Sandbox sandbox, String key) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  static Client of(Sandbox sandbox) {
    return new Client(sandbox, sandbox.apiKey());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> search(String body) throws IOException, InterruptedException {
    return post("/v1/customers/search", body.replace('\'', '"'));
  }

  JsonNode found(String body) throws IOException, InterruptedException {
    return json(search(body));
  }

  JsonNode list(String path) throws IOException, InterruptedException {
    return json(get(path));
  }

  static JsonNode json(HttpResponse<String> response) throws IOException {
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return MAPPER.readTree(response.body());
  }

  static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.path("data").forEach(record -> ids.add(record.path("id").asText()));
    return ids;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.uri() + path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + key);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}

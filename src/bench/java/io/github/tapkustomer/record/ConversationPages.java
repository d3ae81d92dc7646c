package io.github.tapkustomer.record;

import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.stream.Endpoint.Member;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pages of the sandbox's conversations, as the API answers them, and the pass over one. */
final class ConversationPages {
  private ConversationPages() {}

  /** Conversations in full pages of this size. */
  static List<byte[]> fetch(int conversations, int size) throws IOException, InterruptedException {
    Organization organization = Organization.empty(Clock.systemUTC());
    Instant from = Instant.now().minus(Duration.ofDays(30));
    organization.addGenerated("conversation", conversations, from, from.plusSeconds(86_400));
    HttpClient http = HttpClient.newHttpClient();
    List<byte[]> pages = new ArrayList<>();
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      for (int page = 1; page <= conversations / size; page++) {
        URI uri =
            URI.create(
                "%s/v1/customers/search?page=%d&pageSize=%d".formatted(sandbox.uri(), page, size));
        HttpRequest request =
            HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + sandbox.apiKey())
                .POST(HttpRequest.BodyPublishers.ofString("{\"queryContext\":\"conversation\"}"))
                .build();
        pages.add(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
      }
    }
    return pages;
  }

  /** Encodes a page, drops the lines, and tells how many they were. */
  static int encode(byte[] page, RecordFormat format) throws IOException {
    return (int)
        new PageReader(
                format,
                (id, time) -> true,
                Member.DATA,
                Optional.empty(),
                Instant.now(),
                ConversationPages::drop)
            .read(new ByteArrayInputStream(page))
            .records();
  }

  private static void drop(Chunk chunk) {
    try {
      chunk.writeTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

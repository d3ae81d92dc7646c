package io.github.tapkustomer.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.stream.Endpoint.Member;
import io.github.tapkustomer.stream.Streams;
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
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The one pass over a page against the least that reading and writing JSON can cost: the same bytes
 * copied from Jackson's parser to its generator. The counter {@code kilobytes} is what each reads
 * in a second.
 */
@State(Scope.Thread)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecordPassBenchmark {
  private static final int CONVERSATIONS = 4_000;
  private static final int PAGE = 500;

  private final List<byte[]> pages = new ArrayList<>();
  private final JsonFactory jackson = new JsonFactory();
  private RecordFormat plan;

  /** What was read. */
  @State(Scope.Thread)
  @AuxCounters
  public static class Read {
    public long kilobytes;
  }

  @Setup
  public void fetchPages() throws IOException, InterruptedException {
    plan =
        Encoding.plan("conversations", Streams.find("conversations").orElseThrow().schema(), false);
    Organization organization = Organization.empty(Clock.systemUTC());
    Instant from = Instant.now().minus(Duration.ofDays(30));
    organization.addGenerated("conversation", CONVERSATIONS, from, from.plusSeconds(86_400));
    HttpClient http = HttpClient.newHttpClient();
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      for (int page = 1; page <= CONVERSATIONS / PAGE; page++) {
        URI uri =
            URI.create(
                "%s/v1/customers/search?page=%d&pageSize=%d".formatted(sandbox.uri(), page, PAGE));
        HttpRequest request =
            HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + sandbox.apiKey())
                .POST(HttpRequest.BodyPublishers.ofString("{\"queryContext\":\"conversation\"}"))
                .build();
        pages.add(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
      }
    }
  }

  @Benchmark
  public int recordPass(Read read) throws IOException {
    int records = 0;
    for (byte[] page : pages) {
      records +=
          new PageReader(
                  plan,
                  (id, time) -> true,
                  Member.DATA,
                  Optional.empty(),
                  Instant.now(),
                  RecordPassBenchmark::drop)
              .read(new ByteArrayInputStream(page))
              .records();
      read.kilobytes += page.length / 1000;
    }
    return records;
  }

  @Benchmark
  public long bareCopy(Read read) throws IOException {
    for (byte[] page : pages) {
      try (JsonParser parser = jackson.createParser(new ByteArrayInputStream(page));
          JsonGenerator out = jackson.createGenerator(OutputStream.nullOutputStream())) {
        while (parser.nextToken() != null) {
          out.copyCurrentEvent(parser);
        }
      }
      read.kilobytes += page.length / 1000;
    }
    return read.kilobytes;
  }

  private static void drop(Chunk chunk) {
    try {
      chunk.writeTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

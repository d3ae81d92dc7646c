package io.github.tapkustomer.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.server.Traffic;
import io.github.tapkustomer.stream.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The sandbox for one scenario of {@code run.sh}, in a process of its own: serves until its stdin
 * ends, then prints how many searches it saw and how many of them it refused.
 */
public final class BenchServer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BenchServer() {}

  /**
   * Writes {@code config.json} and {@code catalog.json} to a folder and serves what they ask for.
   *
   * @param arguments folder, latency in milliseconds, searches per window, window in seconds, page
   *     size, then streams as {@code conversations=6000}, or {@code conversations=6000@2900} where
   *     the oldest is so many days old rather than 360
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    SandboxOptions options =
        SandboxOptions.defaults()
            .withLatency(Duration.ofMillis(Long.parseLong(arguments[1])))
            .withSearchLimit(Integer.parseInt(arguments[2]))
            .withOrganizationLimit(1_000_000)
            .withLimitWindow(Duration.ofSeconds(Long.parseLong(arguments[3])));
    Instant now = Instant.now();
    Instant first = now;
    Organization organization = Organization.empty(Clock.systemUTC());
    List<String> streams = new ArrayList<>();
    for (int i = 5; i < arguments.length; i++) {
      String[] stream = arguments[i].split("[=@]");
      Instant from =
          now.minus(Duration.ofDays(stream.length > 2 ? Integer.parseInt(stream[2]) : 360));
      first = from.isBefore(first) ? from : first;
      organization.addGenerated(
          context(stream[0]), Integer.parseInt(stream[1]), from, now.minus(Duration.ofDays(10)));
      streams.add(stream[0]);
    }
    try (Sandbox sandbox = Sandbox.start(options, organization)) {
      ObjectNode config = JSON.createObjectNode();
      config.put("api_url", sandbox.uri().toString()).put("api_token", sandbox.apiKey());
      config.put("start_date", first.minusSeconds(60).toString());
      config.put("page_size_limit", arguments[4]);
      JSON.writeValue(folder.resolve("config.json").toFile(), config);
      JSON.writeValue(
          folder.resolve("catalog.json").toFile(), catalog(streams.toArray(String[]::new)));
      System.out.println("ready " + sandbox.uri() + " " + sandbox.apiKey());
      while (System.in.read() >= 0) {
        // Whoever started this holds stdin open as long as it is needed.
      }
      Traffic traffic = sandbox.traffic();
      long searches =
          traffic.count(Traffic.Asked.SEARCH) + traffic.count(Traffic.Asked.ARCHIVE_SEARCH);
      System.out.println(searches + " " + traffic.rateLimited());
    }
  }

  private static String context(String stream) {
    return stream.equals("companies") ? "company" : stream.substring(0, stream.length() - 1);
  }

  /** A catalog that selects these streams. */
  static ObjectNode catalog(String... streams) {
    ObjectNode catalog = JSON.createObjectNode();
    ArrayNode entries = catalog.putArray("streams");
    for (String stream : streams) {
      entries.add(entry(stream));
    }
    return catalog;
  }

  private static ObjectNode entry(String stream) {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("tap_stream_id", stream).put("stream", stream);
    entry.putArray("key_properties").add("id");
    entry.set("schema", Streams.find(stream).orElseThrow().schema());
    ObjectNode root = entry.putArray("metadata").addObject();
    root.putArray("breadcrumb");
    root.putObject("metadata").put("selected", true);
    return entry;
  }
}

package io.github.tapkustomer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.Timer;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The tap as a user runs it against a server, inside the test's own process. */
final class Tap {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final ObjectNode config = JSON.createObjectNode();
  private Optional<JsonNode> state = Optional.empty();
  private Optional<JsonNode> catalog = Optional.empty();
  private Function<OutputStream, Surroundings> surroundings = Surroundings::real;

  private Tap(Path folder) {
    this.folder = folder;
  }

  /** What a run left behind. */
  record Run(int exitCode, String stdout, String stderr) {
    SingerOutput output() {
      return SingerOutput.of(stdout);
    }

    List<String> criticalLines() {
      return stderr.lines().filter(line -> line.startsWith("CRITICAL ")).toList();
    }
  }

  /** A tap that reads the sandbox; its files are written to the folder. */
  static Tap on(Sandbox sandbox, Path folder) {
    return at(sandbox.uri().toString(), sandbox.apiKey(), folder)
        .set("start_date", Instant.now().minusSeconds(700L * 86_400).toString());
  }

  static Tap at(String apiUrl, String apiToken, Path folder) {
    return new Tap(folder).set("api_url", apiUrl).set("api_token", apiToken);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  Tap set(String setting, Object value) {
    config.putPOJO(setting, value);
    return this;
  }

  /** Reads these streams only. */
  Tap select(String... streams) {
    ObjectNode made = JSON.createObjectNode();
    var entries = made.putArray("streams");
    for (String stream : streams) {
      ObjectNode entry = entries.addObject();
      entry.put("tap_stream_id", stream).put("stream", stream);
      StreamDefinition definition = Streams.find(stream).orElseThrow();
      definition.keyProperties().forEach(entry.putArray("key_properties")::add);
      entry.set("schema", definition.schema());
      var root = entry.putArray("metadata").addObject();
      root.putArray("breadcrumb");
      root.putObject("metadata").put("selected", true);
    }
    catalog = Optional.of(made);
    return this;
  }

  Tap catalog(JsonNode catalog) {
    this.catalog = Optional.of(catalog);
    return this;
  }

  Tap state(JsonNode state) {
    this.state = Optional.of(state);
    return this;
  }

  /** Runs by this clock instead of the machine's, and without randomness. */
  Tap by(Timer timer) {
    surroundings = stdout -> new Surroundings(stdout, timer, () -> 0.5);
    return this;
  }

  /** Syncs, with further arguments. */
  Run sync(String... further) {
    List<String> all = new ArrayList<>(arguments());
    all.addAll(List.of(further));
    return started(all.toArray(String[]::new));
  }

  private Run started(String... arguments) {
    return run(surroundings.apply(new ByteArrayOutputStream()), arguments);
  }

  Run check() {
    return started("check", "--config", file("config.json", config));
  }

  Run discover() {
    return started("--config", file("config.json", config), "--discover");
  }

  /** The arguments of a sync, its files written. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("--config", file("config.json", config)));
    catalog.ifPresent(node -> arguments.addAll(List.of("--catalog", file("catalog.json", node))));
    state.ifPresent(node -> arguments.addAll(List.of("--state", file("state.json", node))));
    return arguments;
  }

  /** Runs the program with any arguments. */
  static Run run(String... arguments) {
    return run(new ByteArrayOutputStream(), arguments);
  }

  /** The same, with the test's own stdout; its text is the output. */
  static Run run(OutputStream stdout, String... arguments) {
    return run(Surroundings.real(stdout), arguments);
  }

  private static Run run(Surroundings surroundings, String... arguments) {
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(stderr, true, UTF_8));
    try {
      int exitCode = Main.run(surroundings, arguments);
      return new Run(exitCode, surroundings.stdout().toString(), stderr.toString(UTF_8));
    } finally {
      System.setErr(before);
    }
  }

  private String file(String name, JsonNode content) {
    try {
      Path file = folder.resolve(name);
      Files.writeString(file, content.toString());
      file.toFile().setReadable(false, false);
      file.toFile().setReadable(true, true);
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

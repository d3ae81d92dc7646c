package io.github.tapkustomer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.CheckedInFile;
import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the program writes, byte by byte, with a frozen clock; one file per case. */
class OutputSnapshotTest {
  private static final Path SNAPSHOTS =
      Path.of("src/test/resources/io/github/tapkustomer/cli/snapshots");
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Instant EARLIER = NOW.minus(Duration.ofDays(3));

  @TempDir Path folder;
  private final Organization organization = Organization.empty(Clock.fixed(NOW, ZoneOffset.UTC));
  private Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void about() throws IOException {
    isAsBefore("about", Tap.run("--about"));
  }

  @Test
  void check() throws IOException {
    organization.addGenerated("customer", 250, EARLIER, NOW.minusSeconds(60));
    isAsBefore("check", tap().check());
  }

  @Test
  void discovery() throws IOException {
    restart(SandboxOptions.defaults().withWithheldRoles(Set.of("org.permission.team.read")));
    Tap.Run run = tap().discover();
    StringBuilder streams = new StringBuilder();
    Tap.json(run.stdout())
        .path("streams")
        .forEach(stream -> streams.append(stream.path("stream").asText()).append('\n'));
    // What each stream looks like is in catalog.sample.json.
    isAsBefore("discovery", new Tap.Run(run.exitCode(), streams.toString(), metricsFirst(run)));
  }

  /** Discovery requests ahead, so metrics may come before or after what the log says meanwhile. */
  private static String metricsFirst(Tap.Run run) {
    return run.stderr()
        .lines()
        .sorted(Comparator.comparing(line -> !line.startsWith("INFO METRIC:")))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void firstSyncOfASearchedStream() throws IOException {
    organization.addGenerated("customer", 3, EARLIER, NOW.minusSeconds(60));
    isAsBefore("first-sync", tap().select("customers").sync());
  }

  @Test
  void nextSyncOfASearchedStream() throws IOException {
    organization.addGenerated("customer", 3, EARLIER, NOW.minus(Duration.ofDays(1)));
    JsonNode state = tap().select("customers").sync().output().lastState().orElseThrow();
    organization.addGenerated("customer", 1, NOW.minusSeconds(60), NOW);
    isAsBefore("next-sync", tap().select("customers").state(state).sync());
  }

  @Test
  void syncOfLists() throws IOException {
    organization.addGenerated("tag", 2, EARLIER, NOW.minusSeconds(60));
    organization.addGenerated("team", 1, EARLIER, NOW.minusSeconds(60));
    isAsBefore("lists", tap().select("tags", "teams").sync());
  }

  @Test
  void oneRecordOfEachStream() throws IOException {
    organization.addGenerated("customer", 3, EARLIER, NOW.minusSeconds(60));
    isAsBefore("test", tap().select("customers").sync("--test"));
  }

  @Test
  void aKeyThatIsRefused() throws IOException {
    isAsBefore("refused-key", tap().set("api_token", sandbox.expiredApiKey()).sync());
  }

  @Test
  void aStreamThatIsRefused() throws IOException {
    restart(SandboxOptions.defaults().withWithheldRoles(Set.of("org.permission.team.read")));
    organization.addGenerated("tag", 1, EARLIER, NOW.minusSeconds(60));
    isAsBefore("refused-stream", tap().select("teams", "tags").sync());
  }

  @Test
  void settingsThatAreWrong() throws IOException {
    isAsBefore("wrong-settings", tap().set("concurrency", 99).set("start_date", "soon").sync());
  }

  private void restart(SandboxOptions options) {
    sandbox.close();
    sandbox = Sandbox.start(options, organization);
  }

  /** One reader at a time, so that the order is always the same. */
  private Tap tap() {
    return Tap.on(sandbox, folder)
        .set("start_date", NOW.minus(Duration.ofDays(30)).toString())
        .set("concurrency", 1)
        .by(new FakeTimer(NOW));
  }

  private void isAsBefore(String name, Tap.Run run) throws IOException {
    String text =
        "exit code %d\n\n--- stdout ---\n%s\n--- stderr ---\n%s"
            .formatted(run.exitCode(), run.stdout(), run.stderr());
    CheckedInFile.isCurrent(
        SNAPSHOTS.resolve(name + ".txt"),
        text.replace(sandbox.uri().toString(), "http://sandbox"),
        getClass());
  }
}

package io.github.tapkustomer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.faults.Fault;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.server.Traffic;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program in its own process, killed or stopped while it runs. */
class KilledTest {
  private static final int RECORDS = 3000;

  @TempDir Path folder;

  @Test
  void missesNothingAfterKillsAndRepeatsLittle() throws Exception {
    Organization organization = organization();
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization)) {
      Tap tap = tap(sandbox);
      Map<String, Instant> union = new HashMap<>();
      long records = 0;
      for (int killAfter : new int[] {150, 900, 1700, 400, 1100}) {
        SingerOutput part = SingerOutput.of(readUntil(TapProcess.start(tap), killAfter));
        part.newest("conversations").forEach((id, at) -> union.merge(id, at, KilledTest::later));
        records += part.records("conversations").size();
        part.lastState().ifPresent(tap::state);
      }
      SingerOutput rest = tap.sync().output().checkProtocol();
      rest.newest("conversations").forEach((id, at) -> union.merge(id, at, KilledTest::later));
      records += rest.records("conversations").size();

      assertThat(union).isEqualTo(organization.updatedAtById("conversation"));
      // Runs that start over would give 7,250 records. What is in flight at a kill comes again.
      assertThat(records).isLessThan(2 * RECORDS);
      // Even if a killed run wrote the newest record.
      assertThat(rest.lastState().orElseThrow().at("/bookmarks/conversations/updated_at").asText())
          .isEqualTo(Timestamps.format(Collections.max(union.values())));
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void givesALastHonestStateWhenStopped(String signal, int exitCode) throws Exception {
    Organization organization = organization();
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization)) {
      Process process = TapProcess.start(tap(sandbox));
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 300; i++) {
        text.append(lines.readLine()).append('\n');
      }
      signal(process, signal);
      for (String line; (line = lines.readLine()) != null; ) {
        text.append(line).append('\n');
      }

      assertThat(process.waitFor()).isEqualTo(exitCode);
      assertThat(text).as("no half line").endsWith("\n");
      SingerOutput output = SingerOutput.of(text.toString()).checkProtocol();
      assertThat(output.ids("conversations")).hasSizeLessThan(RECORDS);
      JsonNode state = output.lastState().orElseThrow();
      assertThat(state.path("currently_syncing").asText()).isEqualTo("conversations");

      SingerOutput rest = tap(sandbox).state(state).sync().output();
      Map<String, Instant> union = output.newest("conversations");
      rest.newest("conversations").forEach((id, at) -> union.merge(id, at, KilledTest::later));
      assertThat(union).isEqualTo(organization.updatedAtById("conversation"));
    }
  }

  /** What waits for a target that does not read is dropped, and the summary does not claim it. */
  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(60)
  void claimsNothingThatASlowTargetDidNotGet() throws Exception {
    Instant monthAgo = Instant.now().minus(Duration.ofDays(30));
    Organization organization = Organization.empty(Clock.systemUTC());
    organization.addGenerated("conversation", 300, monthAgo, monthAgo.plusSeconds(600));
    organization.addGenerated("customer", 1, monthAgo, monthAgo.plusSeconds(600));
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization)) {
      Path summary = folder.resolve("summary.json");
      Tap tap = tap(sandbox).select("conversations", "customers").set("page_size_limit", 300);
      tap.set("start_date", Instant.now().minus(Duration.ofDays(60)).toString());
      List<String> arguments = new ArrayList<>(tap.set("concurrency", 1).arguments());
      arguments.addAll(List.of("--summary", summary.toString()));
      Process process = TapProcess.program(arguments).redirectError(Redirect.DISCARD).start();
      // With one worker, customers are requested once all conversations are in the queue.
      while (sandbox.traffic().recent().stream().noneMatch(KilledTest::isForCustomers)) {
        assertThat(process.isAlive()).isTrue();
      }
      signal(process, "TERM");
      while (!isWaiting(process, "signal")) {
        assertThat(process.isAlive()).isTrue();
      }
      String text = new String(process.getInputStream().readAllBytes(), UTF_8);

      assertThat(process.waitFor()).isEqualTo(143);
      SingerOutput output = SingerOutput.of(text).checkProtocol();
      JsonNode facts = Tap.json(Files.readString(summary));
      JsonNode conversations = facts.at("/streams/0");
      assertThat(facts.path("whole").asBoolean()).isFalse();
      assertThat(conversations.path("complete").asBoolean()).isFalse();
      assertThat(conversations.path("records").asInt())
          .isEqualTo(output.records("conversations").size())
          .isLessThan(300);
      assertThat(conversations.at("/bookmark_to/updated_at").isNull()).isTrue();
      JsonNode state = output.lastState().orElseThrow();
      assertThat(state.at("/bookmarks/conversations/updated_at").isMissingNode()).isTrue();
    }
  }

  private static boolean isForCustomers(Traffic.Seen seen) {
    return seen.body().contains("customer_updated_at");
  }

  /** Whether the process has a waiting thread of this name. */
  private static boolean isWaiting(Process process, String thread) throws IOException {
    List<String> command = List.of("ps", "-L", "-o", "comm=,stat=", "-p", process.pid() + "");
    Process ps = new ProcessBuilder(command).start();
    return new String(ps.getInputStream().readAllBytes(), UTF_8)
        .lines()
        .anyMatch(line -> line.matches(thread + " +S.*"));
  }

  @Test
  @Timeout(60)
  void endsWithTheProcessThatItBelongsTo() throws Exception {
    Process parent = new ProcessBuilder("sleep", "600").start();
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization())) {
      List<String> arguments = new ArrayList<>(tap(sandbox).arguments());
      arguments.add("--end-with-parent=" + parent.pid());
      Process process = TapProcess.program(arguments).start();
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      BufferedReader log =
          new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
      StringBuilder text = new StringBuilder(lines.readLine()).append('\n');
      parent.destroyForcibly();
      while (!log.readLine().contains("has ended: this run ends too")) {
        assertThat(process.isAlive()).isTrue();
      }
      for (String line; (line = lines.readLine()) != null; ) {
        text.append(line).append('\n');
      }

      assertThat(process.waitFor()).isEqualTo(ExitCode.TERMINATED);
      SingerOutput output = SingerOutput.of(text.toString()).checkProtocol();
      assertThat(output.ids("conversations")).hasSizeLessThan(RECORDS);
      assertThat(output.lastState().orElseThrow().path("currently_syncing").asText())
          .isEqualTo("conversations");
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  @Timeout(60)
  void saysSoWhenStoppedBeforeItReads() throws Exception {
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization())) {
      sandbox.faults().next(Fault.HANG);
      List<String> command = new ArrayList<>(TapProcess.HEEDING);
      command.addAll(TapProcess.program(tap(sandbox).arguments()).command());
      Process process = new ProcessBuilder(command).start();
      while (sandbox.faults().pending() > 0) {
        Thread.onSpinWait();
      }
      signal(process, "TERM");
      String log = new String(process.getErrorStream().readAllBytes(), UTF_8);

      assertThat(process.waitFor()).isEqualTo(143);
      assertThat(log)
          .contains("INFO ended by a signal before anything was read; the state is unchanged");
      assertThat(process.getInputStream().readAllBytes()).isEmpty();
    }
  }

  private static void signal(Process process, String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, process.pid() + "").start().waitFor();
  }

  /** With a budget of two searches a minute it has nothing to write when the target ends. */
  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(50)
  void noticesThatTheTargetIsGoneWhileItOnlyWaits() throws Exception {
    SandboxOptions slow = SandboxOptions.defaults().withSearchLimit(2);
    try (Sandbox sandbox = Sandbox.start(slow, organization())) {
      Tap few = tap(sandbox).set("page_size_limit", 3);
      List<String> tap = TapProcess.program(few.arguments()).command();
      List<String> pipeline = new ArrayList<>(List.of("bash", "-c", PIPELINE, "bash"));
      pipeline.addAll(tap);
      Process process = new ProcessBuilder(pipeline).redirectError(Redirect.DISCARD).start();
      String exitCode = new String(process.getInputStream().readAllBytes(), UTF_8).strip();

      assertThat(exitCode).isEqualTo(ExitCode.OUTPUT_CLOSED + "");
      // A minute may end in between, which allows two more.
      assertThat(sandbox.traffic().count(Traffic.Asked.SEARCH)).isLessThanOrEqualTo(4);
    }
  }

  /** A target that reads one record and ends while the tap waits for its budget. */
  private static final String PIPELINE =
      "\"$@\" | { read schema; read record; sleep 3; exec true; }; echo ${PIPESTATUS[0]}";

  @Test
  @EnabledOnOs(OS.LINUX)
  void reportsAFullDisk() throws Exception {
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization())) {
      Process process =
          TapProcess.program(tap(sandbox).arguments())
              .redirectOutput(new File("/dev/full"))
              .redirectErrorStream(false)
              .start();
      String log = new String(process.getErrorStream().readAllBytes(), UTF_8);

      assertThat(process.waitFor()).isEqualTo(ExitCode.OUTPUT_CLOSED);
      assertThat(log.lines().filter(line -> line.startsWith("CRITICAL ")))
          .containsExactly(
              "CRITICAL stdout cannot be written (No space left on device): the target has ended or"
                  + " its disk is full");
      assertThat(log).doesNotContain("\tat ");
    }
  }

  @Test
  void endsWhenTheTargetIsGone() throws Exception {
    try (Sandbox sandbox = Sandbox.start(unlimited(), organization())) {
      Process process = TapProcess.start(tap(sandbox));
      process.getInputStream().read();
      process.getInputStream().close();

      assertThat(process.waitFor()).isEqualTo(ExitCode.OUTPUT_CLOSED);
      assertThat(sandbox.traffic().total()).isLessThan(25);
    }
  }

  private static SandboxOptions unlimited() {
    return SandboxOptions.defaults().withSearchLimit(100_000).withLatency(Duration.ofMillis(20));
  }

  private static Organization organization() {
    Organization organization = Organization.empty(Clock.systemUTC());
    Instant monthAgo = Instant.now().minus(Duration.ofDays(30));
    organization.addGenerated("conversation", RECORDS, monthAgo, monthAgo.plusSeconds(6000));
    return organization;
  }

  private Tap tap(Sandbox sandbox) {
    return Tap.on(sandbox, folder).select("conversations").set("page_size_limit", 100);
  }

  /** What the process printed up to so many records, after which it is killed. */
  private static String readUntil(Process process, int records) throws Exception {
    StringBuilder text = new StringBuilder();
    int seen = 0;
    try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line; seen < records && (line = lines.readLine()) != null; ) {
        text.append(line).append('\n');
        seen += line.startsWith("{\"type\":\"RECORD\"") ? 1 : 0;
      }
      process.destroyForcibly().waitFor();
    }
    return text.toString();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

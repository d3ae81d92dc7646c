package io.github.tapkustomer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two runs of {@code bin/tap-kustomer-run} with one state, and signals to a run. */
@Timeout(60)
class CronLockIT {
  private static final String OLD = "{\"bookmarks\": {\"tags\": 1}}";
  private static final String NEW = "{\"bookmarks\": {\"tags\": 2}}";
  private static final Tap.Run REFUSED =
      new Tap.Run(75, "", "CRITICAL another run holds state.json: nothing was done\n");

  /** A target that reports that it runs, waits for the gate, and then prints what it read. */
  private static final String WAITING = "echo runs >&2; read opened <gate; cat";

  @TempDir private Path folder;
  private CronRuns runs;

  @BeforeEach
  void install() throws Exception {
    runs = new CronRuns(folder).tapGives(NEW, 0).state(OLD);
    Program.of("mkfifo", "gate").in(folder).run();
    Program.of("touch", "-d", "2026-01-01T00:00:00Z", "state.json").in(folder).run();
  }

  @Test
  void refusesASecondRunWhileOneLasts() throws Exception {
    Process first = runs.start(WAITING);
    assertThat(lines(first).readLine()).isEqualTo("runs");

    assertThat(runs.into("cat").run()).isEqualTo(REFUSED);
    assertThat(runs.state()).isEqualTo(OLD);
    openGate();
    assertThat(first.waitFor()).isZero();
    assertThat(runs.state()).isEqualTo(NEW);
    assertThat(runs.into("cat").run()).isEqualTo(new Tap.Run(0, "", ""));
  }

  @Test
  void refusesOneWhileTheTargetOfAKilledRunLastsAndThenContinuesFromItsState() throws Exception {
    Process first = runs.start(WAITING);
    assertThat(lines(first).readLine()).isEqualTo("runs");
    first.destroyForcibly().waitFor();

    assertThat(runs.into("cat").run()).isEqualTo(REFUSED);
    openGate();
    runs.awaitUnlocked();
    assertThat(runs.state()).isEqualTo(OLD);
    Tap.Run next = runs.tap("cat state.json").into("cat").run();
    assertThat(next.exitCode()).isZero();
    assertThat(next.stderr())
        .startsWith("INFO continuing from the last state in state.json.states");
    assertThat(runs.state()).isEqualTo(NEW);
    assertThat(runs.text("state.json.previous").strip()).isEqualTo(OLD);
  }

  @Test
  void continuesFromTheLastCompleteStateOfAKilledRun() throws Exception {
    String cut = "{\"bookmarks\": {\"tags\": 3}}";
    Files.writeString(runs.file("state.json.states"), NEW + "\n" + cut);

    Tap.Run run = runs.tap("cat state.json").into("cat").run();

    assertThat(run.exitCode()).isZero();
    assertThat(runs.state()).isEqualTo(NEW);
  }

  @Test
  void obeysAStateThatWasSetAfterARunWasKilled() throws Exception {
    Files.writeString(runs.file("state.json.states"), NEW + "\n");
    Program.of("touch", "-d", "2025-12-31T00:00:00Z", "state.json.states").in(folder).run();

    Tap.Run run = runs.tap("cat state.json").into("cat").run();

    assertThat(run).isEqualTo(new Tap.Run(0, "", ""));
    assertThat(runs.state()).isEqualTo(OLD);
  }

  @Test
  void locksWithPerlIfThereIsNoFlockAndSaysIfThereIsNeither() throws Exception {
    Process first = runs.start(WAITING);
    assertThat(lines(first).readLine()).isEqualTo("runs");
    Path tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : "cat cmp cp dd dirname find mkfifo mv rm sed sh sync tail".split(" ")) {
      Files.createSymbolicLink(tools.resolve(tool), which(tool));
    }

    assertThat(runs.into("cat").variable("PATH", tools.toString()).run())
        .isEqualTo(new Tap.Run(2, "", "CRITICAL cannot lock state.json: install flock or perl\n"));
    Files.createSymbolicLink(tools.resolve("perl"), which("perl"));
    assertThat(runs.into("cat").variable("PATH", tools.toString()).run()).isEqualTo(REFUSED);
    openGate();
    assertThat(first.waitFor()).isZero();
    assertThat(runs.into("cat").variable("PATH", tools.toString()).run())
        .isEqualTo(new Tap.Run(0, "", ""));
  }

  /** Like a share without locks, such as NFS without its lock daemon. */
  @Test
  void distinguishesALockThatCannotBeTakenFromOneThatIsHeld() throws Exception {
    Path flock = Files.createDirectory(folder.resolve("tools")).resolve("flock");
    Files.writeString(flock, "#!/bin/sh\necho 'flock: 9: No locks available' >&2\nexit 71\n");
    CronRuns.executable(flock);

    Tap.Run run =
        runs.into("cat").variable("PATH", flock.getParent() + ":" + System.getenv("PATH")).run();

    assertThat(run.exitCode()).isEqualTo(71);
    assertThat(run.stderr())
        .startsWith(
            "CRITICAL state.json.lock cannot be locked (flock: 9: No locks available): keep");
    assertThat(runs.text("arguments")).isEmpty();
  }

  @Test
  void endsTheTapOnASignalAndLetsTheTargetFinish() throws Exception {
    for (List<String> told :
        List.of(List.of("TERM", "143"), List.of("INT", "130"), List.of("HUP", "129"))) {
      runs.tap(untilTold("echo '" + NEW + "'"));
      Process process = runs.state(OLD).start("cat");
      assertThat(lines(process).readLine()).isEqualTo("tap runs");
      signal(told.get(0), process);

      assertThat(process.waitFor()).isEqualTo(Integer.parseInt(told.get(1)));
      assertThat(runs.state()).isEqualTo(NEW);
    }
  }

  @Test
  void endsATargetThatDoesNotFinishOnASecondSignal() throws Exception {
    runs.tap(untilTold("echo tap told >&2"));
    String target =
        "cat; trap 'kill $!; echo target told >&2; read opened <gate; echo"
            + " \"{\\\"bookmarks\\\":{}}\"; exit 1' TERM; echo deaf >&2; sleep 60 & wait";
    Process process = runs.start(target);
    BufferedReader lines = lines(process);
    assertThat(lines.readLine()).isEqualTo("tap runs");
    signal("TERM", process);
    assertThat(lines.readLine()).isEqualTo("tap told");
    assertThat(lines.readLine()).isEqualTo("deaf");
    signal("TERM", process);
    assertThat(lines.readLine()).isEqualTo("target told");
    openGate();

    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(runs.state()).isEqualTo("{\"bookmarks\":{}}");
  }

  /** A tap that runs until a signal comes, and then does this. */
  private static String untilTold(String commands) {
    return "trap '"
        + commands.replace("'", "'\\''")
        + "; kill $!; exit 143' TERM\n"
        + "sleep 60 >/dev/null 2>&1 & echo tap runs >&2; wait";
  }

  private void openGate() throws Exception {
    Files.writeString(runs.file("gate"), "opened\n");
  }

  private static void signal(String name, Process process) throws Exception {
    Program.of("sh", "-c", "kill -" + name + " " + process.pid()).run();
  }

  private static Path which(String program) throws Exception {
    return Path.of(Program.of("sh", "-c", "command -v " + program).run().stdout().strip());
  }

  private static BufferedReader lines(Process process) {
    return new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
  }
}

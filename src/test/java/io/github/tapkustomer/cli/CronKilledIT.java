package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code bin/tap-kustomer-run} is killed before and after every command that it runs. Each of these
 * stands in a folder of its own, in the shape of a script that notes its name and kills where it is
 * to.
 */
@Timeout(120)
class CronKilledIT {
  private static final String OLD = "{\"bookmarks\": {\"tags\": 1}}";
  private static final String NEW = "{\"bookmarks\": {\"tags\": 2}}";
  private static final String NEWER = "{\"bookmarks\": {\"tags\": 3}}";

  /** A target made of shell builtins, which are not counted. */
  private static final String TARGET = "while read -r line; do echo \"$line\"; done";

  private static final String COMMAND =
      """
      #!/bin/sh
      PATH=${PATH#*:}
      name=${0##*/}
      echo "$name" >>steps
      step=$name.$(grep -cx "$name" steps)
      if [ "$KILL_BEFORE" = "$step" ]; then kill -KILL $(cat victim); exit 1; fi
      "$name" "$@"
      code=$?
      if [ "$KILL_AFTER" = "$step" ]; then kill -KILL $(cat victim); fi
      exit $code
      """;

  enum Kill {
    SCRIPT_BEFORE("$$", "KILL_BEFORE"),
    SCRIPT_AFTER("$$", "KILL_AFTER"),
    ALL_BEFORE("-$$", "KILL_BEFORE"),
    ALL_AFTER("-$$", "KILL_AFTER");

    private final String victim;
    private final String variable;

    Kill(String victim, String variable) {
      this.victim = victim;
      this.variable = variable;
    }
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void leavesACompleteStateForTheNextRun(Kill kill) throws Exception {
    List<String> steps = steps();

    assertThat(steps).contains("mkfifo.1", "sync.1", "sync.2", "cp.1", "mv.1", "mv.2", "rm.3");
    for (String step : steps) {
      leavesAWholeState(kill, step);
    }
  }

  private void leavesAWholeState(Kill kill, String step) throws Exception {
    CronRuns runs = install(kill + " " + step);
    Tap.Run killed = run(runs, kill, step);
    runs.awaitUnlocked();

    assertThat(killed.exitCode()).as("%s %s: %s", kill, step, killed.stderr()).isEqualTo(137);
    assertThat(runs.state()).isIn(OLD, NEW);
    boolean wasRead = !runs.text("arguments").isEmpty();
    runs.tap("cat state.json >began; echo '" + NEWER + "'");
    Tap.Run next = runs.into("sh", "-c", TARGET).run();

    assertThat(next.exitCode()).as("%s %s: %s", kill, step, next.stderr()).isZero();
    String began = runs.text("began").strip();
    assertThat(began).isIn(OLD, NEW);
    if (kill.victim.equals("$$")) {
      // Tap and target finished, so their state counts.
      assertThat(began).as("%s %s", kill, step).isEqualTo(wasRead ? NEW : OLD);
    }
    assertThat(runs.state()).isEqualTo(NEWER);
    assertThat(runs.text("state.json.previous").strip()).isEqualTo(began);
    assertThat(runs.besideState()).containsExactly("state.json.lock", "state.json.previous");
  }

  /** Every command of a run that is not killed, in order, with its name and its number. */
  private List<String> steps() throws Exception {
    CronRuns runs = install("not killed");
    assertThat(run(runs, Kill.SCRIPT_BEFORE, "none")).isEqualTo(new Tap.Run(0, "", ""));
    assertThat(runs.state()).isEqualTo(NEW);
    List<String> names = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    for (String name : runs.text("steps").lines().toList()) {
      names.add(name);
      steps.add(name + "." + names.stream().filter(name::equals).count());
    }
    return steps;
  }

  private CronRuns install(String name) throws Exception {
    Path place = Files.createDirectory(folder.resolve(name));
    CronRuns runs = new CronRuns(place).tapGives(NEW, 0).state(OLD);
    Program.of("touch", "-d", "2026-01-01T00:00:00Z", "state.json").in(place).run();
    Path commands = Files.createDirectory(runs.file("commands"));
    for (String command : "cat cmp cp dirname find flock mkfifo mv rm sed sync tail".split(" ")) {
      Path file = Files.writeString(commands.resolve(command), COMMAND);
      CronRuns.executable(file);
    }
    return runs;
  }

  /** In its own process group. */
  private static Tap.Run run(CronRuns runs, Kill kill, String step) throws Exception {
    String victim = "echo \"" + kill.victim + "\" >victim; exec \"$@\"";
    Program program =
        Program.of("perl", "-e", "setpgrp; exec @ARGV", "sh", "-c", victim, "sh")
            .with(runs.command("sh", "-c", TARGET))
            .in(runs.file("."));
    return program
        .variable("PATH", runs.file("commands") + ":" + System.getenv("PATH"))
        .variable(kill.variable, step)
        .run();
  }
}

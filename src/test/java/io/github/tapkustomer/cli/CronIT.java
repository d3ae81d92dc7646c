package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code bin/tap-kustomer-run} handles a run's state and exit codes. */
class CronIT {
  private static final String OLD = "{\"bookmarks\": {\"tags\": 1}}";
  private static final String NEW = "{\"bookmarks\": {\"tags\": 2}}";

  /** A target that prints one state and whatever the test appends. */
  private static final String GIVING = "cat >/dev/null; printf '%s' '" + NEW + "\n";

  @TempDir private Path folder;
  private CronRuns runs;

  @BeforeEach
  void install() throws Exception {
    runs = new CronRuns(Files.createDirectory(folder.resolve("with space")));
  }

  @Test
  void beginsEachRunWhereTheLastOneEnded() throws Exception {
    Tap.Run first = runs.tapGives(OLD, 0).into("cat").run();
    assertThat(first).isEqualTo(new Tap.Run(0, "", ""));
    assertThat(runs.state()).isEqualTo(OLD);
    Tap.Run second = runs.tapGives(NEW, 0).into("cat").run();

    assertThat(second).isEqualTo(new Tap.Run(0, "", ""));
    assertThat(runs.text("arguments")).isEqualTo("--config a b\n--state state.json --config a b\n");
    assertThat(runs.state()).isEqualTo(NEW);
    assertThat(runs.text("state.json.previous").strip()).isEqualTo(OLD);
    assertThat(runs.besideState()).containsExactly("state.json.lock", "state.json.previous");
  }

  @Test
  void keepsThePreviousStateThroughRunsThatFindNothingNew() throws Exception {
    runs.state(OLD).tapGives(NEW, 0).into("cat").run();
    Tap.Run again = runs.into("cat").run();

    assertThat(again).isEqualTo(new Tap.Run(0, "", ""));
    assertThat(runs.text("state.json.previous").strip()).isEqualTo(OLD);
  }

  @ParameterizedTest
  @CsvSource({"0,0,0", "4,0,4", "0,9,9", "4,9,4", "5,9,9", "5,0,5", "143,1,143", "0,127,127"})
  void passesOnWhoFailedFirstAndKeepsTheState(int tap, int target, int exitCode) throws Exception {
    runs.state(OLD).tapGives(NEW, tap);

    Tap.Run run = runs.into("sh", "-c", "cat; exit " + target).run();

    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.stderr())
        .isEqualTo(
            (tap == 0 ? "" : "CRITICAL tap-kustomer ended with " + tap + "\n")
                + (target == 0 ? "" : "CRITICAL sh ended with " + target + "\n"));
    assertThat(runs.state()).isEqualTo(NEW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"bookmarks\": {\"tags\": 3}", // cut, behind a bracket
        "{\"bookmarks\": {\"tags\": 3}}", // whole, or a part of more: nobody knows
        "{\"type\": \"RECORD\", \"record\": {\"id\": \"1\"}}\n",
        "flushing 3 of 4\n\n",
      })
  void doesNotTakePartOfALineForAStateIfTheTargetFailed(String behind) throws Exception {
    runs.state(OLD).tapGives("", 0);

    Tap.Run run = runs.into("sh", "-c", GIVING + behind + "'; kill -9 $$").run();

    assertThat(run.exitCode()).isEqualTo(137);
    assertThat(runs.state()).isEqualTo(NEW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"currently_syncing\": \"tags\", \"bookmarks\": {\"tags\": 3}}",
        "{\"version\": [{\"a\": 1}], \"bookmarks\" : {\"tags\": {\"x\": [{}]}}, \"by\": \"}"
            + " \\\\\"}",
        "  {\"made\": \"\\\"{\", \"bookmarks\":{}}  ",
        "{\"type\": \"STATE\", \"value\": {\"bookmarks\": {\"tags\": 3}}}",
        "{\"singer_state\": {\"other\": {}, \"bookmarks\": {\"tags\": 3}}}",
        "{\"partial\":{},\"completed\":{\"singer_state\":{\"bookmarks\":{\"tags\":3}}}}",
      })
  void takesAStateInEveryForm(String form) throws Exception {
    runs.state(OLD).tapGives("", 0);

    Tap.Run run = runs.into("sh", "-c", GIVING + form + "\n'").run();

    assertThat(run).isEqualTo(new Tap.Run(0, "", ""));
    assertThat(runs.state()).isEqualTo(form.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"RECORD\", \"record\": {\"bookmarks\": {\"id\": \"1\"}}}",
        "{\"level\": \"info\", \"message\": \"{\\\"bookmarks\\\": {}}\"}",
        "{\"level\": \"info\", \"message\": \"the \\\"bookmarks\\\": {\"}",
        "{\"names\": [\"bookmarks\", \"currently_syncing\"]}",
        "INFO state {\"bookmarks\": {\"tags\": 3}}",
        "{\"bookmarks\": {\"tags\": 3}} written",
        "[{\"bookmarks\": {\"tags\": 3}}]",
        "{\"bookmarks\": {\"tags\": 3}",
      })
  void takesOnlyAStateForAState(String line) throws Exception {
    runs.state(OLD).tapGives("", 0);

    Tap.Run run = runs.into("sh", "-c", GIVING + line + "\n'").run();

    assertThat(run).isEqualTo(new Tap.Run(0, "", ""));
    assertThat(runs.state()).isEqualTo(NEW);
  }

  @Test
  void takesALastLineWithoutItsEndFromATargetThatEndedWell() throws Exception {
    runs.state(OLD).tapGives("", 0).into("sh", "-c", GIVING + OLD.replace('1', '3') + "'").run();

    assertThat(runs.state()).isEqualTo(OLD.replace('1', '3'));
  }

  @Test
  void saysIfATargetGivesNoState() throws Exception {
    Tap.Run run = runs.state(OLD).tapGives(NEW, 0).into("sh", "-c", "cat >/dev/null").run();

    assertThat(run.exitCode()).isZero();
    assertThat(run.stderr())
        .isEqualTo("WARN sh printed no state: the next run starts where this one did\n");
    assertThat(runs.state()).isEqualTo(OLD);
    assertThat(runs.besideState()).containsExactly("state.json.lock");
  }

  @Test
  void writesThroughALinkToTheState() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(runs.file("state.json"), elsewhere.resolve("kept.json"));

    Tap.Run run = runs.tapGives(NEW, 0).into("cat").run();

    assertThat(run).isEqualTo(new Tap.Run(0, "", ""));
    assertThat(runs.file("state.json")).isSymbolicLink();
    assertThat(runs.state()).isEqualTo(NEW);
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    Files.createDirectory(runs.file("folder"));
    String script = CronRuns.SCRIPT.toString();

    refuses("usage: tap-kustomer-run STATE", script);
    refuses("usage: tap-kustomer-run STATE", script, "--config", "config.json", "--", "cat");
    refuses("no target after --", script, "state.json", "--config", "config.json");
    refuses("no target after --", script, "state.json", "--");
    refuses("the target no-such was not found", script, "state.json", "--", "no-such", "x");
    refuses("the state folder is a folder", script, "folder", "--", "cat");
    refuses("absent/state.json.lock cannot be", script, "absent/state.json", "--", "cat");
    for (String other : List.of("check", "sandbox")) {
      refuses(other + " is not a sync", script, "state.json", other, "--config", "c", "--", "cat");
    }
    for (String other : List.of("--discover", "-d", "--test", "--test=schema", "--about")) {
      refuses(other + " is not for a sync", script, "state.json", "-c", "c", other, "--", "cat");
    }
    for (String other : List.of("--state", "-s", "--state=x", "-sx")) {
      refuses("the state is state.json already", script, "state.json", other, "x", "--", "cat");
    }
    Tap.Run help = Program.of(script, "--help").run();
    assertThat(help.exitCode()).isZero();
    assertThat(help.stdout()).startsWith("Usage: tap-kustomer-run STATE");
  }

  private void refuses(String words, String... command) throws Exception {
    Tap.Run run = Program.of(command).in(runs.file(".")).run();

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.stderr().lines()).hasSize(1);
    assertThat(run.stderr()).startsWith("CRITICAL ").contains(words);
    assertThat(runs.text("arguments")).isEmpty();
  }

  @Test
  void leavesTheTargetsOptionsToIt() throws Exception {
    Tap.Run run = runs.tapGives(NEW, 0).into("sh", "-c", "cat", "--discover", "--test").run();

    assertThat(run).isEqualTo(new Tap.Run(0, "", ""));
  }

  @Test
  void keepsWhatTheTargetSaidIfTheStateCannotBeWritten() throws Exception {
    // In place of the file that would become the state.
    Files.createDirectory(runs.state(OLD).file("state.json.new"));

    Tap.Run run = runs.tapGives(NEW, 0).into("cat").run();

    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.stderr()).endsWith("CRITICAL the state state.json cannot be written\n");
    assertThat(runs.state()).isEqualTo(OLD);
    assertThat(runs.text("state.json.states")).contains(NEW);
  }

  @Test
  void findsAFullDiskBeforeItReads() throws Exception {
    String[] command = runs.tapGives(NEW, 0).state(OLD).command("cat");

    // A limit on file sizes acts like a full disk.
    Tap.Run run =
        Program.of("sh", "-c", "ulimit -f 100; exec \"$@\"", "sh").with(command).in(folder).run();

    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.stderr())
        .startsWith("CRITICAL the state state.json cannot be written: its disk");
    assertThat(runs.text("arguments")).isEmpty();
    assertThat(runs.state()).isEqualTo(OLD);
  }

  @Test
  void handsItsOwnParentToTheTapThatShallEndWithIt() throws Exception {
    String[] command = runs.tapGives(NEW, 0).command("cat");
    List<String> ended = new ArrayList<>(List.of(command));
    ended.add(ended.indexOf("--"), "--end-with-parent");
    Tap.Run run = Program.of(ended.toArray(String[]::new)).in(runs.file(".")).run();

    assertThat(runs.text("arguments"))
        .as("%s", run)
        .contains("--end-with-parent=" + ProcessHandle.current().pid());
  }

  @Test
  void runsTheRealTapOnTheSandbox() throws Exception {
    // A target as Singer wants it: it prints each state once everything before it is safe.
    String target = "tee -a received | sed -n 's/^{\"type\":\"STATE\",\"value\":\\(.*\\)}$/\\1/p'";
    String script = CronRuns.SCRIPT.toString();
    Program run =
        Program.of(script, "state.json", "--sandbox", "--select", "customers,teams,tags", "--")
            .with("sh", "-c", target)
            .in(folder);

    Tap.Run first = run.run();
    assertThat(first.exitCode()).as(first.stderr()).isZero();
    SingerOutput received = SingerOutput.of(Files.readString(folder.resolve("received")));
    assertThat(received.checkProtocol().streams())
        .isEqualTo(new java.util.TreeSet<>(List.of("customers", "tags", "teams")));
    assertThat(Tap.json(Files.readString(folder.resolve("state.json"))))
        .isEqualTo(received.lastState().orElseThrow());
    Files.delete(folder.resolve("received"));

    Tap.Run second = run.run();
    assertThat(second.exitCode()).as(second.stderr()).isZero();
    SingerOutput more = SingerOutput.of(Files.readString(folder.resolve("received")));
    assertThat(more.records("customers")).hasSizeLessThan(received.records("customers").size());
  }
}

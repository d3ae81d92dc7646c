package io.github.tapkustomer.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The script that cron runs, with a tap and a target that a test makes of shell commands. The tap
 * notes its arguments.
 */
final class CronRuns {
  static final Path SCRIPT = Program.HOME.resolve("bin/tap-kustomer-run");

  private final Path folder;
  private final Path script;

  CronRuns(Path folder) throws IOException {
    this.folder = folder;
    this.script = Files.createDirectories(folder.resolve("home/bin")).resolve("tap-kustomer-run");
    Files.copy(SCRIPT, script);
    executable(script);
    tap("cat state.out 2>/dev/null || :");
  }

  /** Makes the tap do this; what it does so is done in this folder. */
  CronRuns tap(String commands) throws IOException {
    String noted = "echo \"$*\" >>arguments\n" + commands + "\n";
    Files.writeString(script.resolveSibling("tap-kustomer"), noted);
    return this;
  }

  /** Makes the tap give this state, and end with this code. */
  CronRuns tapGives(String state, int exitCode) throws IOException {
    return tap("echo '" + state + "'; exit " + exitCode);
  }

  Program into(String... target) {
    return Program.of(command(target)).in(folder);
  }

  /** Starts it and does not wait. Its stderr can be read, also for what tap and target write. */
  Process start(String target) throws IOException {
    List<String> command = new ArrayList<>(TapProcess.HEEDING);
    command.addAll(List.of(command("sh", "-c", target)));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(Redirect.DISCARD)
        .start();
  }

  /** Waits until nothing holds the state's lock. */
  void awaitUnlocked() throws IOException, InterruptedException {
    Program.of("flock", "state.json.lock", "true").in(folder).run();
  }

  String script() {
    return script.toString();
  }

  String[] command(String... target) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(script.toString(), "state.json", "--config", "a b", "--"));
    command.addAll(List.of(target));
    return command.toArray(String[]::new);
  }

  String state() throws IOException {
    return text("state.json").strip();
  }

  CronRuns state(String state) throws IOException {
    Files.writeString(file("state.json"), state + "\n");
    return this;
  }

  /** What a file of the folder holds, nothing where it is absent. */
  String text(String name) throws IOException {
    Path file = file(name);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** The names of what lies beside the state. */
  List<String> besideState() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("state.json."))
          .sorted()
          .toList();
    }
  }

  static void executable(Path file) {
    if (!file.toFile().setExecutable(true)) {
      throw new AssertionError(file + " cannot be made executable");
    }
  }
}

package io.github.tapkustomer.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sync in a process of its own. */
final class TapProcess {
  /** Runs a command that does not inherit that this build may ignore some signals. */
  static final List<String> HEEDING =
      List.of("perl", "-e", "$SIG{$_} = 'DEFAULT' for qw(HUP INT TERM); exec @ARGV");

  private TapProcess() {}

  static Process start(Tap tap) throws IOException {
    List<String> command = new ArrayList<>(HEEDING);
    command.addAll(program(tap.arguments()).command());
    return new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
  }

  /** The program with any arguments, about to be started. */
  static ProcessBuilder program(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  private static String classPath() {
    return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
        .orElse(System.getProperty("java.class.path"));
  }
}

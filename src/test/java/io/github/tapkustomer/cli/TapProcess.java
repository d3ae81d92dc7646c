package io.github.tapkustomer.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sync in a process of its own. */
final class TapProcess {
  private TapProcess() {}

  static Process start(Tap tap) throws IOException {
    return program(tap.arguments()).redirectError(Redirect.DISCARD).start();
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

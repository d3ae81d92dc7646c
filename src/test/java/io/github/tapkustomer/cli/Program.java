package io.github.tapkustomer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, with the files that it leaves its output in. */
final class Program {
  /** The program as the build left it. */
  static final Path HOME = Path.of("target/tap-kustomer").toAbsolutePath();

  static final Path LAUNCHER = HOME.resolve("bin/tap-kustomer");
  static final Path JAR = HOME.resolve("lib/tap-kustomer.jar");

  private static final long SECONDS = 120;

  private final List<String> command;
  private final Map<String, String> variables = new HashMap<>();
  private Path folder = Path.of("").toAbsolutePath();

  private Program(List<String> command) {
    this.command = command;
    // What this build itself runs with is none of the program's business.
    List.of("JAVA_OPTS", "JAVA_TOOL_OPTIONS").forEach(name -> variables.put(name, null));
  }

  static Program of(String... command) {
    return new Program(List.of(command));
  }

  /** The installed program, by its launcher. */
  static Program launcher(String... arguments) {
    return of(LAUNCHER.toString()).with(arguments);
  }

  /** The one jar, by the Java that runs this test. */
  static Program jar(String... arguments) {
    return of(java().toString(), "-jar", JAR.toString()).with(arguments);
  }

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  Program with(String... arguments) {
    List<String> longer = new ArrayList<>(command);
    longer.addAll(List.of(arguments));
    Program program = new Program(longer);
    program.folder = folder;
    program.variables.putAll(variables);
    return program;
  }

  Program in(Path folder) {
    this.folder = folder;
    return this;
  }

  /** Sets a variable of its environment; null takes it away. */
  Program variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** Runs it to its end; ends it, and fails, where that takes longer than two minutes. */
  Tap.Run run() throws IOException, InterruptedException {
    Path stdout = Files.createTempFile("tap", ".out");
    Path stderr = Files.createTempFile("tap", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(stdout.toFile())
              .redirectError(stderr.toFile());
      variables.forEach(
          (name, value) -> {
            builder.environment().remove(name);
            if (value != null) {
              builder.environment().put(name, value);
            }
          });
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " runs still, stderr: " + Files.readString(stderr));
      }
      return new Tap.Run(
          process.exitValue(), Files.readString(stdout, UTF_8), Files.readString(stderr, UTF_8));
    } finally {
      Files.delete(stdout);
      Files.delete(stderr);
    }
  }
}

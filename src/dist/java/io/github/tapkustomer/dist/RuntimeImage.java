package io.github.tapkustomer.dist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A Java that holds just the modules which the program needs, made by the JDK's own tools. They run
 * as processes of their own: inside a JVM that has done other work before, jlink orders what it
 * writes by the identity of objects, which differs in each build.
 */
public final class RuntimeImage {
  /** What no bytecode names: elliptic curves, which most of today's TLS keys are. */
  private static final String FOR_TLS = "jdk.crypto.ec";

  /** What Jackson knows how to treat, and does without where it is not there. */
  private static final Set<String> OPTIONAL = Set.of("java.desktop", "java.sql");

  private RuntimeImage() {}

  /** Takes the program's jar and the folder of the image, which is replaced. */
  public static void main(String[] arguments) throws Exception {
    Path image = Path.of(arguments[1]);
    delete(image);
    String release = String.valueOf(Runtime.version().feature());
    String modules =
        run(
            "jdeps",
            List.of(
                "--multi-release",
                release,
                "--ignore-missing-deps",
                "--print-module-deps",
                arguments[0]));
    run(
        "jlink",
        List.of(
            "--add-modules",
            needed(modules),
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--compress=2",
            "--output",
            image.toString()));
  }

  private static String needed(String modules) {
    Set<String> needed = new TreeSet<>(List.of(modules.strip().split(",")));
    needed.removeAll(OPTIONAL);
    needed.add(FOR_TLS);
    return String.join(",", needed);
  }

  private static String run(String tool, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(arguments);
    command.add(0, Path.of(System.getProperty("java.home"), "bin", tool).toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed: " + said);
    }
    return said;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> found = Files.walk(folder)) {
        for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}

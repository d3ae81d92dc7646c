package io.github.tapkustomer.dist;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A Java that holds just the modules which the program needs, made by the JDK's own tools. */
public final class RuntimeImage {
  /** What no bytecode names: elliptic curves, which most of today's TLS keys are. */
  private static final String FOR_TLS = "jdk.crypto.ec";

  /** What Jackson knows how to treat, and does without where it is not there. */
  private static final Set<String> OPTIONAL = Set.of("java.desktop", "java.sql");

  private RuntimeImage() {}

  /** Takes the program's jar and the folder of the image, which is made anew. */
  public static void main(String[] arguments) throws IOException {
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

  private static String run(String tool, List<String> arguments) {
    StringWriter said = new StringWriter();
    ToolProvider provider =
        ToolProvider.findFirst(tool)
            .orElseThrow(() -> new IllegalStateException("no " + tool + ": build with a JDK"));
    PrintWriter out = new PrintWriter(said);
    int exitCode = provider.run(out, out, arguments.toArray(String[]::new));
    if (exitCode != 0) {
      throw new IllegalStateException(tool + " " + arguments + " failed: " + said);
    }
    return said.toString();
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

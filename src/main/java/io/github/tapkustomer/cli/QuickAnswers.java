package io.github.tapkustomer.cli;

import io.github.tapkustomer.about.AboutFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The answers that are the same in each run, given without picocli, which takes longer to start
 * than the JVM. Every other command line, such as {@code --about --format=json}, goes through it.
 */
final class QuickAnswers {
  private QuickAnswers() {}

  /** The answer, where the arguments ask for nothing else. */
  static Optional<String> to(String... arguments) {
    return switch (String.join(" ", arguments)) {
      case "--version" -> Optional.of(Version.line() + "\n");
      // Made by picocli; QuickAnswersTest renews it.
      case "--help", "-h" -> Optional.of(resource("help.txt"));
      case "--about" -> Optional.of(AboutFormat.TEXT.print(Version.number()));
      default -> Optional.empty();
    };
  }

  /** A text beside this class. */
  static String resource(String name) {
    try (InputStream in = QuickAnswers.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name, e);
    }
  }
}

package io.github.tapkustomer.config;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TapException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects the problems with the settings, so that one message can name all of them. Warnings are
 * given at once, since they may explain a problem.
 */
final class SettingsProblems {
  private final List<String> problems = new ArrayList<>();
  private final Consumer<String> warnings;

  SettingsProblems(Consumer<String> warnings) {
    this.warnings = requireNonNull(warnings, "warnings");
  }

  void add(String line) {
    problems.add(line);
  }

  void warn(String line) {
    warnings.accept(line);
  }

  void throwProblems() {
    if (problems.size() == 1) {
      throw TapException.badInput(problems.get(0));
    }
    if (!problems.isEmpty()) {
      String heading = "There are " + problems.size() + " problems with the settings:";
      throw TapException.badInput(heading + "\n- " + String.join("\n- ", problems));
    }
  }
}

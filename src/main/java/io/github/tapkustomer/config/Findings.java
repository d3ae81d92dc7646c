package io.github.tapkustomer.config;

import io.github.tapkustomer.TapException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong or odd with the settings, gathered so that all of it is told at once. */
final class Findings {
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  void problem(String line) {
    problems.add(line);
  }

  void warning(String line) {
    warnings.add(line);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
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
